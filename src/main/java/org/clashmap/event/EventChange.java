package org.clashmap.event;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the change feed: an event has a new version.
 *
 * @param cursor grows by at least one with every row, in the order of commits; a reader that goes on after the last one it
 *     saw misses none and sees none twice
 * @param at ISO 8601 instant at which the version was stored
 * @param dataVersion of the store when the version was written; several rows of one write share it
 */
public record EventChange(long cursor, String eventId, int version, Kind kind, String at, long dataVersion) {
    /** What the new version did to the current state. */
    public enum Kind {
        /** It is the first. */
        CREATED,
        /** It replaces the one before on the map. */
        UPDATED,
        /** It takes the event off the map: rejected or retracted. */
        WITHDRAWN,
        /** It takes the event off the map, since another stands for it. */
        MERGED,
        /** It takes the event off the map, since its parts stand for it. */
        SPLIT,
        /** It puts an event that was off the map back on it. */
        RESTORED;

        /** The word on the wire. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the event is off the map after it. */
        public boolean isRemoval() {
            return switch (this) {
                case WITHDRAWN, MERGED, SPLIT -> true;
                case CREATED, UPDATED, RESTORED -> false;
            };
        }

        /** @throws IllegalArgumentException for another word */
        public static Kind parse(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        /** @param before the version before, or null */
        public static Kind of(@Nullable Event before, Event after) {
            if (after.isWithdrawn()) {
                return after.hasLink(Event.MERGED_INTO) ? MERGED : after.hasLink(Event.SPLIT_INTO) ? SPLIT : WITHDRAWN;
            }
            return before == null ? CREATED : before.isWithdrawn() ? RESTORED : UPDATED;
        }
    }
}
