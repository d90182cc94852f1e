package org.clashmap.event;

/** Where a record is shown (codebook section 1). */
public enum MapTier {
    DEFAULT_MAP(1),
    OPT_IN(2),
    TIMELINE_ONLY(3);

    private final int number;

    MapTier(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static MapTier of(int number) {
        for (MapTier tier : values()) {
            if (tier.number == number) {
                return tier;
            }
        }
        throw new IllegalArgumentException("map tier " + number + " is not 1, 2 or 3");
    }
}
