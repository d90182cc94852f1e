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
