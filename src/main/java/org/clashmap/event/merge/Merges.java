package org.clashmap.event.merge;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;

/**
 * Merging and parting by hand, for the desk. All versions of one change are kept in one transaction; where somebody was
 * faster, the store refuses and nothing is changed. Safe for many threads.
 */
public final class Merges {
    private final EventStore store;
    private final InstantSource clock;

    public Merges(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Merges one event into another, which keeps its id.
     *
     * @param by who decides
     * @return the event that stays
     * @throws IllegalArgumentException when one is not there, or is merged already
     */
    public Event merge(String staying, String leaving, String by, String reason) {
        Ledger ledger = new Ledger(store);
        if (staying.equals(leaving)) {
            throw new IllegalArgumentException("event " + staying + " cannot be merged into itself");
        }
        for (String id : List.of(staying, leaving)) {
            Event event = ledger.get(id);
            DedupNote.findTarget(event).ifPresent(target -> {
                throw new IllegalArgumentException(
                        "event " + id + " is merged into " + target + " already; take it out first, or name that one");
            });
            if (event.isWithdrawn()) {
                throw new IllegalArgumentException(
                        "event " + id + " is " + event.editorial().review().status() + " and cannot be merged");
            }
        }
        new MergeSteps(ledger, now(), by)
                .merge(staying, leaving, new MergeSteps.Grounds(Verdict.How.REPORT, null, reason, null));
        return keep(ledger, staying);
    }

    /**
     * Merges one event into another as {@link #merge}, if the one that leaves still has the version that was looked at.
     *
     * @throws IllegalStateException when it has another by now; nothing has changed then
     */
    public Event merge(String staying, String leaving, int version, String by, String reason) {
        int now = new Ledger(store).get(leaving).version();
        if (now != version) {
            throw new IllegalStateException("event " + leaving + " has version " + now + " by now");
        }
        return merge(staying, leaving, by, reason);
    }

    /**
     * Undoes the last merge of an event: takes it out of the one it is in, or the last one that came in out of it.
     *
     * @param leaving the one that is taken out
     * @param undoing the one whose last change this is
     * @return {@code undoing} as it stands now
     */
    public Event undo(String leaving, String undoing, String by, String reason) {
        Ledger ledger = new Ledger(store);
        String staying = DedupNote.findTarget(ledger.get(leaving))
                .orElseThrow(() -> new IllegalArgumentException("event " + leaving + " is not merged into another"));
        Undoings undoings = Undoings.of(ledger.versions(staying));
        boolean last = undoings.findLast()
                .flatMap(undoings::findMember)
                .filter(leaving::equals)
                .isPresent();
        new MergeSteps(ledger, now(), by)
                .part(leaving, reason, new MergeSteps.Words(Undoings.UNDO, last ? Undoings.UNDO : "split"));
        store.addVersions(ledger.following());
        return ledger.get(undoing);
    }

    /**
     * The version that undoes a change, of an event that was merged in its time: worked out anew from what is merged into it
     * now, since what was before the change may have held what was taken out since.
     */
    public Event workOut(Event undoing) {
        boolean merged = undoing.editorial().history().stream()
                .anyMatch(change -> change.action().equals("merge"));
        if (!merged) {
            return undoing;
        }
        Ledger ledger = new Ledger(store);
        ledger.append(undoing);
        Event content = new MergeSteps(ledger, now(), "").contentNow(undoing);
        return new Event(
                undoing.identity(),
                content.what(),
                content.when(),
                content.where(),
                content.who(),
                content.toll(),
                content.account(),
                new Event.Editorial(
                        undoing.editorial().review(),
                        content.editorial().sensitivity(),
                        undoing.editorial().history()),
                undoing.supplement());
    }

    /**
     * Takes a merged event out again.
     *
     * @return it, as it stands now
     * @throws IllegalArgumentException when it is not merged into another
     */
    public Event unmerge(String leaving, String by, String reason) {
        Ledger ledger = new Ledger(store);
        new MergeSteps(ledger, now(), by).part(leaving, reason);
        return keep(ledger, leaving);
    }

    /** The event that stands for an id now: itself, or the one it was merged into. */
    public static Optional<Event> findCurrent(EventStore store, String id) {
        Ledger ledger = new Ledger(store);
        return ledger.holds(id) ? Optional.of(ledger.getCurrent(id)) : Optional.empty();
    }

    private Event keep(Ledger ledger, String id) {
        store.addBatch(List.of(), ledger.following(), (stored, incoming) -> Optional.of(incoming));
        return ledger.get(id);
    }

    private String now() {
        return clock.instant().toString();
    }
}
