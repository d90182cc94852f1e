package org.clashmap.event.publish;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How exactly a day may be shown at best. */
public enum Coarseness {
    DAY,
    WEEK,
    MONTH;

    /** The word of the format's {@code sensitivity.date_coarsened_to}, or null where nothing is. */
    public @Nullable String wire() {
        return this == DAY ? null : name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is not known; the message names those that are */
    static Coarseness parse(String word) {
        return switch (word) {
            case "day" -> DAY;
            case "week" -> WEEK;
            case "month" -> MONTH;
            default -> throw new IllegalArgumentException("day, week, month");
        };
    }

    Coarseness stricter(Coarseness other) {
        return compareTo(other) >= 0 ? this : other;
    }

    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
        };
    }

    LocalDate end(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
