package org.clashmap.event.query;

import java.util.Locale;

/** How two geometries may lie to each other (OGC 06-103r4, DE-9IM). */
public enum SpatialOperator {
    S_INTERSECTS,
    S_EQUALS,
    S_DISJOINT,
    S_TOUCHES,
    S_WITHIN,
    S_OVERLAPS,
    S_CROSSES,
    S_CONTAINS;

    /** As the JSON form writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
