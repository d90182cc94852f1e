package org.clashmap.event;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.clashmap.geo.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the current state, in which slice. Order: event day descending (undated last), then id.
 *
 * @param box matches events whose point lies in it; events without a point match by their footprint, and events without
 *     either only when it is null
 * @param from an event matches when its window overlaps [from, to]; an open bound of either is null, so an undated event
 *     matches every window
 * @param tiers which tiers; {@link #defaultMap()} asks for tier 1
 * @param offset number of matches to pass over
 */
public record EventQuery(
        @Nullable BoundingBox box,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<MapTier> tiers,
        int limit,
        int offset) {
    public EventQuery {
        tiers = Set.copyOf(tiers);
        if (limit < 0 || offset < 0) {
            throw new IllegalArgumentException("limit " + limit + " and offset " + offset + " must not be negative");
        }
    }

    /** Everything on the default map. */
    public static EventQuery defaultMap() {
        return new EventQuery(null, null, null, Set.of(MapTier.DEFAULT_MAP), Integer.MAX_VALUE, 0);
    }

    /** Every record of every tier. */
    public static EventQuery all() {
        return new EventQuery(null, null, null, EnumSet.allOf(MapTier.class), Integer.MAX_VALUE, 0);
    }

    public EventQuery within(BoundingBox newBox) {
        return new EventQuery(newBox, from, to, tiers, limit, offset);
    }

    public EventQuery during(Optional<LocalDate> newFrom, Optional<LocalDate> newTo) {
        return new EventQuery(box, newFrom.orElse(null), newTo.orElse(null), tiers, limit, offset);
    }

    public EventQuery page(int newLimit, int newOffset) {
        return new EventQuery(box, from, to, tiers, newLimit, newOffset);
    }
}
