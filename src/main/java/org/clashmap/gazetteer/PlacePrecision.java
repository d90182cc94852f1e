package org.clashmap.gazetteer;

/** How exactly a place's position is known. Only {@link #POINT} may be drawn as a point. */
public enum PlacePrecision {
    /** A real point. */
    POINT,
    /**
     * Known only to its second-order unit; the point is the middle of where in it the place may lie, see
     * {@link Gazetteer#findRadiusMeters}.
     */
    ADMIN2,
    /** Known only to its first-order unit. */
    ADMIN1,
    /** An area; the point is where its label goes. */
    AREA
}
