package org.clashmap.extract.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The smallest parts of time expressions, as written; a missing year is 0. */
sealed interface TimeAtom {
    /** "4 May 2025", "14.03.2025", "May 4". */
    record Date(int day, int month, int year) implements TimeAtom {
        /**
         * The day it means; without a year, the one up to a month after publication and otherwise the last before it.
         * Empty for days that do not exist, and without both a year and an anchor.
         */
        Optional<LocalDate> resolve(Optional<LocalDate> published) {
            if (year != 0) {
                return date(year);
            }
            if (published.isEmpty()) {
                return Optional.empty();
            }
            LocalDate limit = published.get().plusDays(31);
            for (int candidate = limit.getYear(); candidate >= limit.getYear() - 8; candidate--) {
                Optional<LocalDate> date = date(candidate);
                if (date.isPresent() && !date.get().isAfter(limit)) {
                    return date;
                }
            }
            return Optional.empty();
        }

        private Optional<LocalDate> date(int inYear) {
            try {
                return Optional.of(LocalDate.of(inYear, month, day));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        Date inYear(int newYear) {
            return new Date(day, month, newYear);
        }
    }

    /** "May", "May 2025". */
    record Month(int month, int year) implements TimeAtom {
        Optional<YearMonth> resolve(Optional<LocalDate> published) {
            if (year != 0) {
                return Optional.of(YearMonth.of(year, month));
            }
            return published.map(day -> {
                LocalDate limit = day.plusDays(31);
                YearMonth same = YearMonth.of(limit.getYear(), month);
                return same.atDay(1).isAfter(limit) ? same.minusYears(1) : same;
            });
        }
    }

    /** "2025". */
    record Year(int year) implements TimeAtom {}

    /** "4", the day of a month named elsewhere. */
    record DayNumber(int day) implements TimeAtom {}

    /** "Friday". */
    record Weekday(DayOfWeek weekday) implements TimeAtom {
        LocalDate upTo(LocalDate published) {
            return published.with(TemporalAdjusters.previousOrSame(weekday));
        }

        LocalDate before(LocalDate published) {
            return published.with(TemporalAdjusters.previous(weekday));
        }

        LocalDate after(LocalDate published) {
            return published.with(TemporalAdjusters.next(weekday));
        }
    }

    /** "three", "several". */
    record Amount(int best, boolean approximate) implements TimeAtom {}

    /** "hours", "weeks". */
    record Unit(ChronoUnit unit) implements TimeAtom {}
}
