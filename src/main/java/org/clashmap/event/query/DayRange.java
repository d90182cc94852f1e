package org.clashmap.event.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The days that a {@code datetime} parameter asks for, both inclusive; an open side is empty. Events are dated by days, so
 * an instant stands for its day in UTC.
 */
public record DayRange(Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final DayRange ALWAYS = new DayRange(Optional.empty(), Optional.empty());

    private static final String FORM =
            "a day YYYY-MM-DD, an instant YYYY-MM-DDThh:mm:ssZ, or an interval START/END of these with .. for an open side";

    /**
     * Reads {@code instant}, {@code start/end}, {@code ../end}, {@code start/..}; an empty side is open too.
     *
     * @throws IllegalArgumentException naming the allowed forms
     */
    public static DayRange parse(String value) {
        String[] sides = value.split("/", -1);
        if (sides.length > 2 || value.isBlank()) {
            throw new IllegalArgumentException(FORM);
        }
        Optional<LocalDate> from = side(sides[0], sides.length == 2);
        Optional<LocalDate> to = sides.length == 2 ? side(sides[1], true) : from;
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new IllegalArgumentException("an interval whose start is not after its end");
        }
        return new DayRange(from, to);
    }

    private static Optional<LocalDate> side(String value, boolean mayBeOpen) {
        if (mayBeOpen && (value.isEmpty() || value.equals(".."))) {
            return Optional.empty();
        }
        try {
            if (value.length() == "YYYY-MM-DD".length()) {
                return Optional.of(LocalDate.parse(value));
            }
            return Optional.of(OffsetDateTime.parse(value)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate());
        } catch (DateTimeException notADate) {
            throw new IllegalArgumentException(FORM, notADate);
        }
    }
}
