package org.clashmap.extract.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.clashmap.extract.TimeMention;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/** What a time expression means, before it is tied to its span; the components are those of {@link TimeMention}. */
record TimeWindow(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate day,
        Precision precision,
        Basis basis,
        Shape shape) {

    /** ACLED's and UCDP's precision. */
    record Precision(int acled, int ucdp) {
        static final Precision DAY = new Precision(1, 1);
        static final Precision SOME_DAYS = new Precision(1, 2);
        static final Precision PART_OF_WEEK = new Precision(2, 2);
        static final Precision WEEK = new Precision(2, 3);
        static final Precision MONTH = new Precision(3, 4);
        static final Precision LONGER = new Precision(3, 5);

        /** UCDP's scale by the length of the window: 1 day, 2–6 days, a week, a month, longer. */
        static Precision of(LocalDate start, LocalDate end) {
            long days = ChronoUnit.DAYS.between(start, end) + 1;
            if (days <= 1) {
                return DAY;
            }
            if (days <= 6) {
                return SOME_DAYS;
            }
            if (days <= 10) {
                return WEEK;
            }
            return days <= 31 ? MONTH : LONGER;
        }
    }

    /** Where the date comes from. */
    enum Basis {
        EXPLICIT("explicit"),
        RELATIVE("relative"),
        PREVIOUS_EVENT("relative_to_previous_event");

        private final String wire;

        Basis(String wire) {
            this.wire = wire;
        }
    }

    /** How the time lies: a habit, an open range, or days after the event told before. */
    record Shape(boolean habitual, boolean open, int offsetDays) {
        static final Shape PLAIN = new Shape(false, false, 0);
        static final Shape HABIT = new Shape(true, false, 0);
        static final Shape OPEN = new Shape(false, true, 0);
    }

    static TimeWindow day(LocalDate day, Basis basis) {
        return new TimeWindow(day, day, day, Precision.DAY, basis, Shape.PLAIN);
    }

    /** A night from one day to the next, told by the day on which its effect is reported. */
    static TimeWindow night(LocalDate from, LocalDate to, Basis basis) {
        return new TimeWindow(from, to, to, Precision.SOME_DAYS, basis, Shape.PLAIN);
    }

    static TimeWindow range(LocalDate start, LocalDate end, @Nullable LocalDate day, Basis basis) {
        return new TimeWindow(start, end, day, Precision.of(start, end), basis, Shape.PLAIN);
    }

    /** A stretch told as a whole (a week, a month), with its middle for the day. */
    static TimeWindow whole(LocalDate start, LocalDate end, Precision precision, Basis basis) {
        LocalDate middle = start.plusDays(ChronoUnit.DAYS.between(start, end) / 2);
        return new TimeWindow(start, end, middle, precision, basis, Shape.PLAIN);
    }

    /** A stretch too long for one day to stand for it. */
    static TimeWindow vague(@Nullable LocalDate start, @Nullable LocalDate end, Basis basis) {
        return new TimeWindow(start, end, null, Precision.LONGER, basis, Shape.PLAIN);
    }

    static TimeWindow open(@Nullable LocalDate start, @Nullable LocalDate end, Basis basis) {
        return new TimeWindow(start, end, null, Precision.LONGER, basis, Shape.OPEN);
    }

    static TimeWindow habit() {
        return new TimeWindow(null, null, null, Precision.LONGER, Basis.RELATIVE, Shape.HABIT);
    }

    static TimeWindow afterPrevious(int offsetDays) {
        return new TimeWindow(
                null, null, null, Precision.DAY, Basis.PREVIOUS_EVENT, new Shape(false, false, offsetDays));
    }

    TimeWindow withPrecision(Precision other) {
        return new TimeWindow(start, end, day, other, basis, shape);
    }

    /** One known day, on which "in the evening" can lean. */
    boolean isOneDay() {
        return day != null && precision.acled == 1;
    }

    TimeMention at(Span span) {
        return new TimeMention(
                span,
                start,
                end,
                day,
                precision.acled,
                precision.ucdp,
                basis.wire,
                shape.habitual,
                shape.open,
                shape.offsetDays);
    }
}
