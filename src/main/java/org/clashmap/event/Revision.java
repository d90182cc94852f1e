package org.clashmap.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of an event: who made which version when, why, and what differs from the version before.
 *
 * @param version from 1
 * @param dataVersion of the store when this version was written
 * @param at ISO 8601 instant at which it was stored
 * @param by who, as the event's own history says; {@code unknown} where it does not
 * @param action {@code create}, {@code edit}, {@code merge}, {@code split}…
 * @param patch JSON Patch (RFC 6902) that makes this version's Feature of the one before, as JSON text; {@code []} for the
 *     first
 */
public record Revision(
        int version,
        long dataVersion,
        String at,
        String by,
        String action,
        @Nullable String reason,
        String patch) {
    /** What a version says of itself in its history, or failing that what its number tells. */
    public static Event.Change changeOf(Event event, String at) {
        List<Event.Change> history = event.editorial().history();
        for (Event.Change change : history.reversed()) {
            if (change.version() == event.version()) {
                return new Event.Change(event.version(), at, change.by(), change.action(), change.reason());
            }
        }
        String action = event.version() == 1 ? "create" : "edit";
        return new Event.Change(event.version(), at, "unknown", action, null);
    }
}
