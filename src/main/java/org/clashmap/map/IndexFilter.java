package org.clashmap.map;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.clashmap.event.EventQuery;
import org.clashmap.event.MapTier;
import org.clashmap.geo.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the index, by columns alone. Box and days select as in {@link EventQuery}; all conditions must hold.
 *
 * @param values an event matches when it has one of the values of each facet named; an actor may play any role
 * @param leastSources independent sources, at least
 */
public record IndexFilter(
        @Nullable BoundingBox box,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<MapTier> tiers,
        Map<Facet, Set<String>> values,
        int leastSources) {
    public static final IndexFilter ALL = new IndexFilter(null, null, null, EnumSet.allOf(MapTier.class), Map.of(), 0);

    public static final IndexFilter DEFAULT_MAP = ALL.inTiers(EnumSet.of(MapTier.DEFAULT_MAP));

    public IndexFilter {
        tiers = Set.copyOf(tiers);
        for (Facet facet : values.keySet()) {
            if (facet.isTime()) {
                throw new IllegalArgumentException("days are filtered by from and to, not by " + facet);
            }
        }
        values = Map.copyOf(values);
    }

    /** The same selection as a query of the store, whose slice is left out. */
    public static IndexFilter of(EventQuery query) {
        return new IndexFilter(query.box(), query.from(), query.to(), query.tiers(), Map.of(), 0);
    }

    public IndexFilter within(@Nullable BoundingBox newBox) {
        return new IndexFilter(newBox, from, to, tiers, values, leastSources);
    }

    public IndexFilter during(@Nullable LocalDate newFrom, @Nullable LocalDate newTo) {
        return new IndexFilter(box, newFrom, newTo, tiers, values, leastSources);
    }

    public IndexFilter inTiers(Set<MapTier> newTiers) {
        return new IndexFilter(box, from, to, newTiers, values, leastSources);
    }

    public IndexFilter having(Facet facet, Set<String> oneOf) {
        Map<Facet, Set<String>> next = new EnumMap<>(Facet.class);
        next.putAll(values);
        next.put(facet, Set.copyOf(oneOf));
        return new IndexFilter(box, from, to, tiers, next, leastSources);
    }

    public IndexFilter withSources(int atLeast) {
        return new IndexFilter(box, from, to, tiers, values, atLeast);
    }

    /** The same without its condition on a facet. */
    IndexFilter without(Facet facet) {
        if (facet.isTime()) {
            return during(null, null);
        }
        Map<Facet, Set<String>> next = new EnumMap<>(Facet.class);
        next.putAll(values);
        next.remove(facet);
        return new IndexFilter(box, from, to, tiers, next, leastSources);
    }
}
