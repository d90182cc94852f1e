package org.clashmap.geocode;

import java.util.Locale;

/** How an event's place relates to the places named (codebook section 3). */
public enum Relation {
    AT,
    PART_OF,
    NEAR,
    BETWEEN,
    ALONG,
    /** A distance and a bearing from a place. */
    OFFSET,
    /** A bearing without a distance. */
    DIRECTION,
    FRONT_SECTOR,
    IN_REGION,
    /** Along the border between two countries or units, or the border of one. */
    BORDER;

    /** Its word in the event model, which knows a border as something one is along. */
    public String wire() {
        return this == BORDER ? ALONG.wire() : name().toLowerCase(Locale.ROOT);
    }
}
