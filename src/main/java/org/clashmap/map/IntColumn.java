package org.clashmap.map;

/** Columns of whole numbers. Codes are places in a dictionary, whose first entry stands for "unknown". */
enum IntColumn {
    /** Millionths of a degree; {@link Segment#NONE} without a point. */
    LON,
    LAT,
    /** Web Mercator, the world being 2^30 wide and high, from the north-west. */
    X,
    Y,
    /** Days since 1970; {@link Segment#NONE} when undated. */
    DAY,
    /** Days since 1970; {@link Segment#NONE} for a window open to the past, {@code Integer.MAX_VALUE} to the future. */
    START,
    END,
    UNCERTAINTY_METERS,
    COUNTRY,
    ADMIN1,
    ACTOR1,
    ACTOR2,
    /** Code of all the actors, joined. */
    ACTORS,
    /** Code of all the publishers, joined. */
    SOURCE,
    LANGUAGE,
    INDEPENDENT_SOURCES,
    /** -1 when unknown. */
    FATALITIES,
    VERSION,
    /** Number of the area of an event without a point, or -1. */
    SHAPE,
    /** Of the ready-made document, in bytes. */
    LENGTH
}
