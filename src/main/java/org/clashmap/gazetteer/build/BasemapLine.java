package org.clashmap.gazetteer.build;

/**
 * What a line or ring of the base map shows. The order is that of the stored layers and of drawing, and belongs to the
 * file format: {@code web/src/map/basemap-data.js} has the same list.
 */
enum BasemapLine {
    LAND,
    LAKE,
    RIVER,
    STREAM,
    ADMIN1,
    ADMIN1_SMALL,
    COUNTRY,
    DISPUTED;

    /** Filled rings, as against drawn lines. */
    boolean isArea() {
        return this == LAND || this == LAKE;
    }
}
