package org.clashmap.event.review;

import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Where a person says that an event happened. */
public sealed interface PlaceChange {
    /**
     * One of the listed candidates.
     *
     * @param number from 1
     * @param place the id that the client takes it for, or null
     */
    record Listed(int number, @Nullable String place) implements PlaceChange {
        public Listed(int number) {
            this(number, null);
        }
    }

    /** A place of the gazetteer. */
    record Known(String id) implements PlaceChange {}

    /**
     * A spot of the map.
     *
     * @param uncertaintyMeters radius within which it happened, or null to keep the one there is
     */
    record Pin(LonLat point, @Nullable Integer uncertaintyMeters) implements PlaceChange {}

    /** An area or a line, and no point. */
    record Area(Geometry geometry) implements PlaceChange {}

    /** It cannot be said where. */
    record Nowhere() implements PlaceChange {}
}
