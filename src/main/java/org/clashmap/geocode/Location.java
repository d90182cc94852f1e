package org.clashmap.geocode;

import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a place phrase supports on a map.
 *
 * @param point null when the words give only an area
 * @param footprint the area or line the words support; null when nothing is known
 * @param level geo_level of the event model
 * @param status coord_status of the event model
 */
public record Location(
        @Nullable LonLat point, @Nullable Geometry footprint, Exactness exactness, String level, String status) {
    /**
     * How exactly.
     *
     * @param geoPrecision ACLED 1–3, or null
     * @param wherePrec UCDP 1–7, or null
     * @param uncertaintyMeters radius, or null
     */
    public record Exactness(
            @Nullable Integer geoPrecision,
            @Nullable Integer wherePrec,
            @Nullable Integer uncertaintyMeters) {}

    static final Location NONE = new Location(null, null, new Exactness(null, null, null), "none", "unresolved");
}
