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
    IN_REGION;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
