package org.clashmap.exchange.incoming;

import java.time.LocalDate;
import java.util.Objects;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/** When, from the columns of a row. The window is as wide as the source's precision says. */
final class RowTimes {
    /** Half of a week, for ACLED's time precision 2. */
    private static final int HALF_A_WEEK = 3;

    private final int earliestYear;
    private final LocalDate today;

    RowTimes(int earliestYear, LocalDate today) {
        this.earliestYear = earliestYear;
        this.today = today;
    }

    Event.When read(Cells cells) throws RowProblem {
        LocalDate day = check(cells, Field.DATE);
        LocalDate start = check(cells, Field.DATE_START);
        LocalDate end = check(cells, Field.DATE_END);
        if (day == null && start == null && end == null) {
            throw new RowProblem("row_date", "the row has no date; without one it is no event");
        }
        Integer acled = cells.code(Field.TIME_PRECISION, 1, 3);
        Integer ucdp = cells.code(Field.DATE_PREC, 1, 5);
        if (start == null && end == null) {
            return around(cells, day, acled, ucdp);
        }
        LocalDate from = Objects.requireNonNull(start == null ? end : start);
        LocalDate to = Objects.requireNonNull(end == null ? start : end);
        if (from.isAfter(to)) {
            throw new RowProblem("row_date", "date_end " + to + " is before date_start " + from);
        }
        int days = (int) Math.min(1_000_000, to.toEpochDay() - from.toEpochDay());
        LocalDate event = day != null ? day : days == 0 ? from : from.plusDays(days / 2);
        return new Event.When(
                from, to, event, precision(acled, ucdp == null ? ofDays(days) : ucdp), null, "imported", "current");
    }

    private @Nullable LocalDate check(Cells cells, Field field) throws RowProblem {
        LocalDate day = cells.day(field);
        if (day == null) {
            return null;
        }
        if (day.getYear() < earliestYear) {
            throw new RowProblem(
                    "row_date_early", field.word() + " " + day + " is before " + earliestYear + " and so a mistake");
        }
        if (day.isAfter(today.plusDays(1))) {
            throw new RowProblem("row_date_future", field.word() + " " + day + " lies in the future");
        }
        return day;
    }

    private static Event.When around(
            Cells cells, @Nullable LocalDate day, @Nullable Integer acled, @Nullable Integer ucdp) {
        if (day == null) {
            throw new IllegalArgumentException("no day");
        }
        if (cells.text(Field.BEFORE) != null) {
            return new Event.When(null, day, day, new Event.DatePrecision(3, 5), null, "external", "current");
        }
        Integer before = cells.count(Field.DAYS_BEFORE);
        LocalDate from = day.minusDays(before == null ? 0 : before);
        LocalDate to = day;
        if (before == null && acled != null && acled == 2) {
            from = day.minusDays(HALF_A_WEEK);
            to = day.plusDays(HALF_A_WEEK);
        } else if (before == null && acled != null && acled == 3) {
            from = day.withDayOfMonth(1);
            to = day.withDayOfMonth(day.lengthOfMonth());
        }
        int days = (int) (to.toEpochDay() - from.toEpochDay());
        return new Event.When(
                from, to, day, precision(acled, ucdp == null ? ofDays(days) : ucdp), null, "imported", "current");
    }

    private static Event.DatePrecision precision(@Nullable Integer acled, int ucdp) {
        int coarse = ucdp <= 2 ? 1 : ucdp == 3 ? 2 : 3;
        return new Event.DatePrecision(acled == null ? coarse : acled, ucdp);
    }

    /** UCDP's date_prec for a window of so many days after the first. */
    private static int ofDays(int days) {
        if (days == 0) {
            return 1;
        }
        if (days < 6) {
            return 2;
        }
        return days < 7 ? 3 : days <= 31 ? 4 : 5;
    }
}
