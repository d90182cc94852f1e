package org.clashmap.event.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A day, or an instant on its day in UTC. A day and an instant are compared by their days, two instants by their time.
 *
 * @param instant null when it is a day
 */
public record Moment(LocalDate day, @Nullable Instant instant) {
    static final String DAY_FORM = "DATE('2025-04-01')";
    static final String INSTANT_FORM = "TIMESTAMP('2025-04-01T12:30:00Z')";

    public static Moment of(LocalDate day) {
        return new Moment(day, null);
    }

    public static Moment of(Instant instant) {
        return new Moment(instant.atZone(ZoneOffset.UTC).toLocalDate(), instant);
    }

    /** Reads {@code 2025-04-01}. */
    static Moment parseDay(String text) {
        try {
            return of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException("\"" + text + "\" is not a day; write " + DAY_FORM, notADay);
        }
    }

    /** Reads {@code 2025-04-01T12:30:00Z}, with or without parts of a second; other time zones are taken too. */
    static Moment parseInstant(String text) {
        try {
            return of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException notAnInstant) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an instant; write " + INSTANT_FORM, notAnInstant);
        }
    }

    /** Reads either. */
    static Moment parse(String text) {
        return text.indexOf('T') < 0 ? parseDay(text) : parseInstant(text);
    }

    static int compare(Moment a, Moment b) {
        Instant one = a.instant;
        Instant other = b.instant;
        return one == null || other == null ? a.day.compareTo(b.day) : one.compareTo(other);
    }

    /** As it is parsed. */
    @Override
    public String toString() {
        return instant == null ? day.toString() : instant.toString();
    }
}
