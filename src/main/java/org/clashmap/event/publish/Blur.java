package org.clashmap.event.publish;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How exactly a place may be shown at best, from exact to coarse. */
public enum Blur {
    NONE("exact", null, 0),
    SETTLEMENT("settlement", "snap_settlement", 5_000),
    GRID_5KM("grid_5km", "grid_5km", 5_000),
    GRID_20KM("grid_20km", "grid_20km", 20_000),
    DISTRICT("district", "snap_admin2", 40_000),
    PROVINCE("province", "snap_admin1", 120_000);

    private final String word;
    private final @Nullable String wire;
    private final int meters;

    Blur(String word, @Nullable String wire, int meters) {
        this.word = word;
        this.wire = wire;
        this.meters = meters;
    }

    /** The word of the format's {@code sensitivity.blur}, or null. */
    public @Nullable String wire() {
        return wire;
    }

    /** The least radius that is stated with it. */
    int meters() {
        return meters;
    }

    /** @throws IllegalArgumentException for a word that is not known; the message names those that are */
    static Blur parse(String word) {
        for (Blur blur : values()) {
            if (blur.word.equals(word)) {
                return blur;
            }
        }
        throw new IllegalArgumentException(
                Arrays.stream(values()).map(blur -> blur.word).collect(Collectors.joining(", ")));
    }

    Blur stricter(Blur other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
