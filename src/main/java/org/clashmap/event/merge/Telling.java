package org.clashmap.event.merge;

import java.util.List;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.RecordType;
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
        Event edited = combined;
        boolean merged = false;
        for (int i = 1; i < versions.size(); i++) {
            Event before = versions.get(i - 1);
            Event after = versions.get(i);
            merged |= isMerge(after);
            if (merged && !isMerge(after)) {
                edited = new Event(
                        edited.identity(),
                        changed(before.what(), after.what(), edited.what()),
                        changed(before.when(), after.when(), edited.when()),
                        changed(before.where(), after.where(), edited.where()),
                        changed(before.who(), after.who(), edited.who()),
                        changed(before.toll(), after.toll(), edited.toll()),
                        edited.account(),
                        edited.editorial(),
                        edited.supplement());
            }
        }
        return edited;
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
