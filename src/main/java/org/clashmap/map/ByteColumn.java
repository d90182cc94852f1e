package org.clashmap.map;

/** Columns of small numbers, read without sign. */
enum ByteColumn {
    /** Place in {@link org.clashmap.event.SubEventType}. */
    SUB_EVENT_TYPE,
    TIER,
    PRECISION,
    STATUS,
    /** A bit for each audience that may see the row. */
    AUDIENCE,
    CANDIDATES,
    FLAGS
}
