package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * What one report told of an event, as it was before any merge, with the corrections of people.
 *
 * @param event its parts; the version number is of no matter
 */
record Telling(Event event) {
    /** It corrects a figure told before. */
    boolean corrects() {
        return event.what().recordType() == RecordType.UPDATE;
    }

    /** Its text repeats that of another report. */
    boolean isReprint() {
        return event.account().sources().stream()
                .anyMatch(source -> source.standing().reprintOf() != null);
    }

    /** The telling in the versions of an event: the last before its first merge, and what people changed since. */
    static Telling of(List<Event> versions) {
        int base = 0;
        while (base + 1 < versions.size() && !isMerge(versions.get(base + 1))) {
            base++;
        }
        Event own = versions.get(base);
        return new Telling(edits(versions, own));
    }

    /** The parts of an event with what people changed in it after it was merged; those go before what is worked out. */
    static Event edits(List<Event> versions, Event combined) {
        Undoings undoings = Undoings.of(versions);
        Event edited = combined;
        int merged = versions.size();
        for (int i = 1; i < versions.size(); i++) {
            merged = Math.min(merged, isMerge(versions.get(i)) ? i : merged);
            int undone = undoings.findUndoneBy(i).orElse(-1);
            if (undone >= 0) {
                // What was undone after the merge and done before it has to be taken back; the rest was passed over.
                edited = i > merged && undone < merged
                        ? edited(versions.get(undone), versions.get(undone - 1), edited)
                        : edited;
            } else if (i > merged && !isMerge(versions.get(i)) && !undoings.isUndone(i)) {
                edited = edited(versions.get(i - 1), versions.get(i), edited);
            }
        }
        return edited;
    }

    /** An event with what differs from one version to another. */
    private static Event edited(Event before, Event after, Event event) {
        return new Event(
                event.identity(),
                changed(before.what(), after.what(), event.what()),
                changed(before.when(), after.when(), event.when()),
                changed(before.where(), after.where(), event.where()),
                changed(before.who(), after.who(), event.who()),
                changed(before.toll(), after.toll(), event.toll()),
                withSources(before.account(), after.account(), event.account()),
                new Event.Editorial(
                        event.editorial().review(),
                        changed(
                                before.editorial().sensitivity(),
                                after.editorial().sensitivity(),
                                event.editorial().sensitivity()),
                        event.editorial().history()),
                event.supplement());
    }

    /** Sources that a person added; those of a merge are worked out. */
    private static Event.Account withSources(Event.Account before, Event.Account after, Event.Account account) {
        List<SourceRef> sources = new ArrayList<>(account.sources());
        for (SourceRef source : after.sources()) {
            boolean added =
                    before.sources().stream().noneMatch(old -> old.reportId().equals(source.reportId()));
            boolean there = sources.stream().anyMatch(old -> old.reportId().equals(source.reportId()));
            if (added && !there) {
                sources.add(source);
            }
        }
        return sources.size() == account.sources().size() ? account : account.withSources(sources);
    }

    private static <T> T changed(T before, T after, T otherwise) {
        return Objects.equals(before, after) ? otherwise : after;
    }

    /** A version made by joining or parting, and not by what somebody knows. */
    private static boolean isMerge(Event version) {
        Event.@Nullable Change last = version.editorial().history().isEmpty()
                ? null
                : version.editorial().history().getLast();
        return last != null && (last.action().equals("merge") || last.action().equals("split"));
    }
}
