package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * Joins two events and parts them again, as next versions in a {@link Ledger}. The event that stays is a function of the
 * tellings it holds, so parting gives back what was before, and the order of partings is of no matter. What people changed
 * in it since goes before what is worked out.
 */
final class MergeSteps {
    /** Merges within merges. */
    static final int DEEPEST = 100;

    private final Ledger ledger;
    private final String at;
    private final String by;

    /** @param at ISO 8601 instant */
    MergeSteps(Ledger ledger, String at, String by) {
        this.ledger = ledger;
        this.at = at;
        this.by = by;
    }

    /** Why two are merged. {@code how} decides what the merged one counts for. */
    record Grounds(
            Verdict.How how,
            @Nullable Double score,
            String reason,
            @Nullable String reprintOf) {}

    /** Joins the second into the first, which keeps its id. */
    void merge(String staying, String leaving, Grounds grounds) {
        Event stays = ledger.get(staying);
        Event leaves = ledger.get(leaving);
        ledger.append(withdrawn(leaves, staying, grounds));
        List<String> members = new ArrayList<>(DedupNote.membersOf(stays));
        members.add(leaving);
        String reason = "merged " + leaving + publisher(leaves) + ": " + grounds.reason();
        ledger.append(combined(stays, members, "merge", reason, grounds));
        keepSuggestion(stays);
    }

    /** Takes a merged event out again; both stand as if it had never been merged. */
    void part(String leaving, String reason) {
        part(leaving, reason, new Words("split", "split"));
    }

    /** What the histories of the one that leaves and of the one that stays call a parting. */
    record Words(String leaving, String staying) {}

    /** The same, told as the undoing of a merge where it is that. */
    void part(String leaving, String reason, Words words) {
        Event leaves = ledger.get(leaving);
        String staying = DedupNote.findTarget(leaves)
                .orElseThrow(() -> new IllegalArgumentException("event " + leaving + " is not merged into another"));
        Event stays = ledger.get(staying);
        Event alone = content(leaving, DedupNote.membersOf(leaves), false);
        Event restored = new Event(
                new Event.Identity(
                        leaving,
                        leaves.version() + 1,
                        leaves.identity().groupId(),
                        leaves.identity().parentId(),
                        leaves.identity().links().stream()
                                .filter(link -> !link.type().equals("duplicate_of"))
                                .toList()),
                alone.what(),
                alone.when(),
                alone.where(),
                alone.who(),
                alone.toll(),
                alone.account(),
                changed(leaves, alone, words.leaving, "taken out of " + staying + ": " + reason),
                DedupNote.mergedInto(leaves, null).supplement());
        ledger.append(restored);
        List<String> members = new ArrayList<>(DedupNote.membersOf(stays));
        members.remove(leaving);
        String took = "took out " + leaving + ": " + reason;
        ledger.append(combined(stays, members, words.staying, took, null));
        // What holds the event that held it tells less now, too.
        for (Optional<String> holder = DedupNote.findTarget(stays); holder.isPresent(); ) {
            Event outer = ledger.get(holder.get());
            ledger.append(combined(outer, DedupNote.membersOf(outer), "split", took, null));
            holder = DedupNote.findTarget(outer);
        }
    }

    /**
     * The parts of an event that holds these members.
     *
     * @param isMember whether it is itself merged into another, and counts for what that merge found out
     */
    private Event content(String id, List<String> members, boolean isMember) {
        List<Telling> tellings = new ArrayList<>();
        Telling own = Telling.of(ledger.versions(id));
        tellings.add(isMember ? marked(own, ledger.get(id)) : own);
        members.forEach(member -> tellings.addAll(tellings(member, 1)));
        return Telling.edits(ledger.versions(id), Combination.of(tellings));
    }

    /** The parts of the last version of an event, worked out from what it holds. */
    Event contentNow(Event last) {
        return content(
                last.id(), DedupNote.membersOf(last), DedupNote.findTarget(last).isPresent());
    }

    /** The tellings that an event holds: its own, then those of its members in the order of merging. */
    private List<Telling> tellings(String id, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("event " + id + " was merged in a circle");
        }
        List<Event> versions = ledger.versions(id);
        Event now = versions.getLast();
        List<Telling> tellings = new ArrayList<>();
        Telling own = Telling.of(versions);
        tellings.add(DedupNote.findTarget(now).isPresent() ? marked(own, now) : own);
        for (String member : DedupNote.membersOf(now)) {
            tellings.addAll(tellings(member, depth + 1));
        }
        return tellings;
    }

    /** What a merge found out about a telling stands in its last version: whose reprint it is, and whether it corrects. */
    private static Telling marked(Telling own, Event last) {
        Event event = own.event();
        Optional<String> reprintOf = reprintOf(last);
        Event.What what = last.what().recordType() == RecordType.UPDATE ? asUpdate(event.what()) : event.what();
        Event.Account account = reprintOf.isPresent() ? asReprint(event.account(), reprintOf.get()) : event.account();
        return new Telling(new Event(
                event.identity(),
                what,
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                account,
                event.editorial(),
                event.supplement()));
    }

    private static Optional<String> reprintOf(Event event) {
        return event.account().sources().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        event.account().sources().getFirst().standing().reprintOf());
    }

    private static Event.What asUpdate(Event.What what) {
        return new Event.What(what.title(), RecordType.UPDATE, what.tier(), what.type(), what.plover(), what.traits());
    }

    private static Event.Account asReprint(Event.Account account, String original) {
        List<SourceRef> sources = account.sources().stream()
                .map(source -> source.withStanding(new SourceRef.Standing(false, original)))
                .toList();
        return account.withSources(sources);
    }

    private Event withdrawn(Event event, String into, Grounds grounds) {
        List<Event.Link> links = new ArrayList<>(event.identity().links());
        links.add(new Event.Link("duplicate_of", into));
        Event.Identity identity = new Event.Identity(
                event.id(),
                event.version() + 1,
                event.identity().groupId(),
                event.identity().parentId(),
                links);
        Event.Account account =
                grounds.reprintOf() == null ? event.account() : asReprint(event.account(), grounds.reprintOf());
        Event gone = new Event(
                identity,
                grounds.how() == Verdict.How.CORRECTION ? asUpdate(event.what()) : event.what(),
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                account,
                changed(event, event, "merge", "merged into " + into + ": " + grounds.reason()),
                event.supplement());
        gone = DedupNote.findSuggestion(gone).isPresent() ? DedupNote.without(gone) : gone;
        return DedupNote.mergedInto(gone, into);
    }

    private Event combined(Event stays, List<String> members, String action, String reason, @Nullable Grounds grounds) {
        Event together =
                content(stays.id(), members, DedupNote.findTarget(stays).isPresent());
        Event.Identity identity = stays.identity();
        Event next = new Event(
                new Event.Identity(
                        identity.id(), stays.version() + 1, identity.groupId(), identity.parentId(), identity.links()),
                together.what(),
                together.when(),
                together.where(),
                together.who(),
                together.toll(),
                together.account(),
                changed(stays, together, action, reason),
                stays.supplement());
        if (members.isEmpty()) {
            return DedupNote.without(next);
        }
        Double score =
                grounds == null ? DedupNote.find(stays).map(DedupNote::score).orElse(null) : grounds.score();
        return new DedupNote(stays.id(), members, reason, score, by).on(next);
    }

    private Event.Editorial changed(Event before, Event content, String action, String reason) {
        Event.Editorial editorial =
                before.editorial().after(new Event.Change(before.version() + 1, at, by, action, reason));
        return new Event.Editorial(editorial.review(), content.editorial().sensitivity(), editorial.history());
    }

    /** Suggests that the holder may be one with the other; the better suggestion stands first. */
    void suggest(Event holder, String other, double score, String reason) {
        Event next = nextVersion(holder, "edit", "may be one with " + other + ": " + reason);
        ledger.append(suggested(next, other, score, reason));
    }

    static Event suggested(Event event, String other, double score, String reason) {
        Optional<DedupNote> before = DedupNote.findSuggestion(event);
        List<String> members = new ArrayList<>(before.map(DedupNote::members).orElse(List.of()));
        String rule = other + ": " + reason;
        if (before.isEmpty()) {
            members.add(other);
            return new DedupNote(null, members, rule, score, null).on(event);
        }
        if (members.contains(other)) {
            return event;
        }
        Double best = before.get().score();
        boolean better = best == null || score > best;
        members.add(better ? 0 : members.size(), other);
        String rules =
                better ? rule + " | " + before.get().rule() : before.get().rule() + " | " + rule;
        return new DedupNote(null, members, rules, better ? Double.valueOf(score) : best, null).on(event);
    }

    /** An open suggestion moves to its other side when the event it stood on becomes a merged one. */
    private void keepSuggestion(Event before) {
        DedupNote.findSuggestion(before).ifPresent(note -> {
            for (String member : note.members()) {
                Event other = ledger.getCurrent(member);
                boolean open = !other.id().equals(before.id())
                        && DedupNote.membersOf(other).isEmpty()
                        && DedupNote.findTarget(other).isEmpty();
                if (open) {
                    Double score = note.score();
                    suggest(other, before.id(), score == null ? 0 : score, note.reasonFor(member));
                }
            }
        });
    }

    /** Adds a link, once. */
    void link(Event event, String type, String target) {
        Event.Link link = new Event.Link(type, target);
        if (event.identity().links().contains(link)) {
            return;
        }
        ledger.append(linked(nextVersion(event, "edit", type + " " + target), link));
    }

    static Event linked(Event event, Event.Link link) {
        List<Event.Link> links = new ArrayList<>(event.identity().links());
        if (!links.contains(link)) {
            links.add(link);
        }
        return event.withLinks(links);
    }

    private Event nextVersion(Event event, String action, String reason) {
        return event.withVersion(event.version() + 1, changed(event, event, action, reason));
    }

    private static String publisher(Event event) {
        String publishers = event.account().publishers();
        return publishers == null ? "" : " (" + publishers + ")";
    }
}
