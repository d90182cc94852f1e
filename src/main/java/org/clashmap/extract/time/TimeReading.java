package org.clashmap.extract.time;

import static org.clashmap.extract.time.TimeWindow.Basis.EXPLICIT;
import static org.clashmap.extract.time.TimeWindow.Basis.RELATIVE;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a time pattern means: one constant for each reading named in the tables. A reading turns the caught atoms and the
 * day of publication into a window by the codebook's table, or into nothing when they make no date.
 */
enum TimeReading {
    NONE((match, argument, published) -> null),
    DAY((match, argument, published) ->
            date(match, 0, published).map(day -> TimeWindow.day(day, EXPLICIT)).orElse(null)),
    DAYS((match, argument, published) -> dates(match, published, false)),
    NIGHT((match, argument, published) -> dates(match, published, true)),
    NIGHT_INTO((match, argument, published) -> date(match, 0, published)
            .map(day -> TimeWindow.night(day.minusDays(1), day, EXPLICIT))
            .orElse(null)),
    NIGHT_FROM((match, argument, published) -> date(match, 0, published)
            .map(day -> new TimeWindow(
                    day, day.plusDays(1), day, TimeWindow.Precision.SOME_DAYS, EXPLICIT, TimeWindow.Shape.PLAIN))
            .orElse(null)),
    WEEKDAY(anchored(
            (match, argument, published) -> TimeWindow.day(weekday(match, 0).upTo(published), RELATIVE))),
    WEEKDAY_BEFORE(anchored(
            (match, argument, published) -> TimeWindow.day(weekday(match, 0).before(published), RELATIVE))),
    WEEKDAY_AFTER(anchored(
            (match, argument, published) -> TimeWindow.day(weekday(match, 0).after(published), RELATIVE))),
    WEEKDAY_LAST_WEEK(anchored((match, argument, published) -> TimeWindow.day(
            monday(published)
                    .minusWeeks(1)
                    .with(TemporalAdjusters.nextOrSame(weekday(match, 0).weekday())),
            RELATIVE))),
    WEEKDAYS(anchored((match, argument, published) -> {
        LocalDate end = weekday(match, 1).upTo(published);
        LocalDate start = weekday(match, 0).before(end);
        return TimeWindow.range(start, end, start, RELATIVE);
    })),
    WEEKDAY_NIGHT(anchored((match, argument, published) -> {
        LocalDate end = weekday(match, 1).upTo(published);
        return TimeWindow.night(weekday(match, 0).before(end), end, RELATIVE);
    })),
    WEEKDAY_NIGHT_INTO(anchored((match, argument, published) -> {
        LocalDate end = weekday(match, 0).upTo(published);
        return TimeWindow.night(end.minusDays(1), end, RELATIVE);
    })),
    WEEKEND(anchored((match, argument, published) -> {
        LocalDate saturday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        LocalDate sunday = saturday.plusDays(1);
        return TimeWindow.range(saturday, sunday.isAfter(published) ? saturday : sunday, saturday, RELATIVE);
    })),
    OVERNIGHT(anchored((match, argument, published) -> TimeWindow.night(published.minusDays(1), published, RELATIVE))),
    LAST_NIGHT(anchored((match, argument, published) ->
            TimeWindow.range(published.minusDays(1), published, published.minusDays(1), RELATIVE))),
    MONTH((match, argument, published) ->
            month(match, 0, published).map(TimeReading::wholeMonth).orElse(null)),
    MONTH_LAST(anchored((match, argument, published) -> {
        YearMonth now = YearMonth.from(published);
        int number = match.get(TimeAtom.Month.class).month();
        YearMonth month = YearMonth.of(now.getYear(), number);
        return wholeMonth(month.isBefore(now) ? month : month.minusYears(1));
    })),
    MONTH_EARLY((match, argument, published) -> monthPart(match, published, 1, 10)),
    MONTH_MIDDLE((match, argument, published) -> monthPart(match, published, 11, 20)),
    MONTH_LATE((match, argument, published) -> monthPart(match, published, 21, 31)),
    MONTHS((match, argument, published) -> months(match, published)),
    YEAR((match, argument, published) -> years(match, 0, 0)),
    YEARS((match, argument, published) -> years(match, 0, 1)),
    DECADE((match, argument, published) -> {
        int year = match.get(TimeAtom.Year.class).year() / 10 * 10;
        return TimeWindow.vague(LocalDate.of(year, 1, 1), LocalDate.of(year + 9, 12, 31), EXPLICIT);
    }),
    SEASON((match, argument, published) -> season(match, argument, published)),
    DAYS_FROM(anchored(
            (match, argument, published) -> TimeWindow.day(published.plusDays(Long.parseLong(argument)), RELATIVE))),
    AGO(anchored((match, argument, published) -> ago(match, published))),
    PAST(anchored((match, argument, published) -> past(match, published))),
    RECENT(anchored((match, argument, published) -> recent(argument, published))),
    EARLIER(anchored((match, argument, published) -> TimeWindow.vague(null, published, EXPLICIT))),
    WEEK(anchored((match, argument, published) -> week(Integer.parseInt(argument), published))),
    CALENDAR_MONTH(anchored((match, argument, published) -> {
        YearMonth month = YearMonth.from(published).plusMonths(Integer.parseInt(argument));
        LocalDate end = argument.equals("0") ? published : month.atEndOfMonth();
        return TimeWindow.whole(month.atDay(1), end, TimeWindow.Precision.MONTH, RELATIVE);
    })),
    CALENDAR_YEAR(anchored((match, argument, published) -> {
        int year = published.getYear() + Integer.parseInt(argument);
        LocalDate end = argument.equals("0") ? published : LocalDate.of(year, 12, 31);
        return TimeWindow.vague(LocalDate.of(year, 1, 1), end, RELATIVE);
    })),
    SINCE((match, argument, published) -> since(match, published)),
    SINCE_DAYS(anchored((match, argument, published) ->
            TimeWindow.open(published.plusDays(Integer.parseInt(argument)), published, RELATIVE))),
    SINCE_WEEK(anchored((match, argument, published) ->
            TimeWindow.open(monday(published).plusWeeks(Integer.parseInt(argument)), published, RELATIVE))),
    SINCE_MONTH(anchored((match, argument, published) -> TimeWindow.open(
            YearMonth.from(published).plusMonths(Integer.parseInt(argument)).atDay(1), published, RELATIVE))),
    SINCE_YEAR(anchored((match, argument, published) -> TimeWindow.open(
            LocalDate.of(published.getYear() + Integer.parseInt(argument), 1, 1), published, RELATIVE))),
    UNTIL((match, argument, published) -> until(match, published)),
    PREVIOUS((match, argument, published) -> TimeWindow.afterPrevious(offset(match, argument))),
    HABITUAL((match, argument, published) -> TimeWindow.habit()),
    /** A part of the day; the reader leans it on the day last spoken of. */
    PART(anchored((match, argument, published) -> TimeWindow.day(published, RELATIVE))),
    /** A time of the clock or an evening, which may be of the day before; leans like a part of the day. */
    LATE(anchored(
            (match, argument, published) -> TimeWindow.range(published.minusDays(1), published, published, RELATIVE)));

    /** Turns atoms into a window; null when they make none. */
    @FunctionalInterface
    private interface Meaning {
        @Nullable
        TimeWindow of(TimeMatch match, String argument, Optional<LocalDate> published);
    }

    /** A meaning that needs the day of publication. */
    @FunctionalInterface
    private interface AnchoredMeaning {
        @Nullable
        TimeWindow of(TimeMatch match, String argument, LocalDate published);
    }

    // the constants hold lambdas without state
    @SuppressWarnings("ImmutableEnumChecker")
    private final Meaning meaning;

    TimeReading(Meaning meaning) {
        this.meaning = meaning;
    }

    /** Whether it names no day of its own. */
    boolean leans() {
        return this == PART || this == LATE;
    }

    @Nullable
    TimeWindow resolve(TimeMatch match, String argument, Optional<LocalDate> published) {
        return meaning.of(match, argument, published);
    }

    /** Without a day of publication a relative time is known to be one, but not when. */
    private static Meaning anchored(AnchoredMeaning meaning) {
        return (match, argument, published) -> published.isPresent()
                ? meaning.of(match, argument, published.get())
                : TimeWindow.vague(null, null, RELATIVE);
    }

    private static Optional<LocalDate> date(TimeMatch match, int index, Optional<LocalDate> published) {
        return match.list(TimeAtom.Date.class).get(index).resolve(published);
    }

    private static TimeAtom.Weekday weekday(TimeMatch match, int index) {
        return match.list(TimeAtom.Weekday.class).get(index);
    }

    private static Optional<YearMonth> month(TimeMatch match, int index, Optional<LocalDate> published) {
        return match.list(TimeAtom.Month.class).get(index).resolve(published);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static TimeWindow wholeMonth(YearMonth month) {
        return TimeWindow.whole(month.atDay(1), month.atEndOfMonth(), TimeWindow.Precision.MONTH, EXPLICIT);
    }

    private static @Nullable TimeWindow monthPart(TimeMatch match, Optional<LocalDate> published, int from, int to) {
        return month(match, 0, published)
                .map(month -> TimeWindow.whole(
                        month.atDay(from),
                        month.atDay(Math.min(to, month.lengthOfMonth())),
                        TimeWindow.Precision.MONTH,
                        EXPLICIT))
                .orElse(null);
    }

    /** Two days with one month or two, and the year of the second unless the first has its own. */
    private static @Nullable TimeWindow dates(TimeMatch match, Optional<LocalDate> published, boolean night) {
        List<TimeAtom.Date> dates = match.list(TimeAtom.Date.class);
        List<TimeAtom.DayNumber> days = match.list(TimeAtom.DayNumber.class);
        TimeAtom.Date last = dates.getLast();
        TimeAtom.Date first = dates.getFirst();
        if (dates.size() == 1 && match.atomAt(0) instanceof TimeAtom.Date) {
            last = new TimeAtom.Date(days.getLast().day(), first.month(), first.year());
        } else if (dates.size() == 1) {
            first = new TimeAtom.Date(days.getFirst().day(), last.month(), last.year());
        }
        List<TimeAtom.Year> years = match.list(TimeAtom.Year.class);
        if (!years.isEmpty()) {
            last = last.inYear(years.getFirst().year());
            first = first.inYear(years.getFirst().year());
        }
        Optional<LocalDate> end = last.resolve(published);
        if (end.isEmpty()) {
            return null;
        }
        Optional<LocalDate> start =
                first.year() == 0 ? first.inYear(end.get().getYear()).resolve(published) : first.resolve(published);
        if (start.isPresent() && start.get().isAfter(end.get())) {
            start = Optional.of(start.get().minusYears(1));
        }
        if (start.isEmpty() || start.get().isAfter(end.get())) {
            return null;
        }
        return night
                ? TimeWindow.night(start.get(), end.get(), EXPLICIT)
                : TimeWindow.range(start.get(), end.get(), start.get(), EXPLICIT);
    }

    private static @Nullable TimeWindow months(TimeMatch match, Optional<LocalDate> published) {
        Optional<YearMonth> end = month(match, 1, published);
        TimeAtom.Month first = match.list(TimeAtom.Month.class).getFirst();
        if (end.isEmpty()) {
            return null;
        }
        int year = first.year() != 0 ? first.year() : end.get().getYear();
        YearMonth start = YearMonth.of(year, first.month());
        if (start.isAfter(end.get())) {
            start = start.minusYears(1);
        }
        return start.isAfter(end.get())
                ? null
                : TimeWindow.vague(start.atDay(1), end.get().atEndOfMonth(), EXPLICIT);
    }

    private static @Nullable TimeWindow years(TimeMatch match, int first, int last) {
        List<TimeAtom.Year> years = match.list(TimeAtom.Year.class);
        int start = years.get(first).year();
        int end = years.get(last).year();
        return start > end ? null : TimeWindow.vague(LocalDate.of(start, 1, 1), LocalDate.of(end, 12, 31), EXPLICIT);
    }

    /** Seasons of the northern hemisphere, as the conflicts' reports use them; winter runs into the year after. */
    private static @Nullable TimeWindow season(TimeMatch match, String name, Optional<LocalDate> published) {
        List<TimeAtom.Year> years = match.list(TimeAtom.Year.class);
        if (years.isEmpty() && published.isEmpty()) {
            return TimeWindow.vague(null, null, RELATIVE);
        }
        int firstMonth = switch (name.toUpperCase(Locale.ROOT)) {
            case "SPRING" -> 3;
            case "SUMMER" -> 6;
            case "AUTUMN" -> 9;
            default -> 12;
        };
        YearMonth start;
        if (years.isEmpty()) {
            start = YearMonth.of(published.orElseThrow().getYear(), firstMonth);
            if (start.atDay(1).isAfter(published.orElseThrow())) {
                start = start.minusYears(1);
            }
        } else {
            start = YearMonth.of(years.getFirst().year(), firstMonth);
        }
        return TimeWindow.vague(
                start.atDay(1), start.plusMonths(2).atEndOfMonth(), years.isEmpty() ? RELATIVE : EXPLICIT);
    }

    private static ChronoUnit unit(TimeMatch match) {
        List<TimeAtom.Unit> units = match.list(TimeAtom.Unit.class);
        return units.isEmpty() ? ChronoUnit.DAYS : units.getFirst().unit();
    }

    private static int amount(TimeMatch match, int otherwise) {
        List<TimeAtom.Amount> amounts = match.list(TimeAtom.Amount.class);
        return amounts.isEmpty() ? otherwise : amounts.getFirst().best();
    }

    private static @Nullable TimeWindow ago(TimeMatch match, LocalDate published) {
        int amount = amount(match, 1);
        boolean approximate = match.list(TimeAtom.Amount.class).stream().anyMatch(TimeAtom.Amount::approximate);
        try {
            LocalDate day = published.minus(amount, unit(match) == ChronoUnit.HOURS ? ChronoUnit.DAYS : unit(match));
            return switch (unit(match)) {
                case DAYS ->
                    approximate
                            ? TimeWindow.whole(
                                    published.minusDays(amount + 3L),
                                    published.minusDays(Math.max(1, amount - 1L)),
                                    TimeWindow.Precision.PART_OF_WEEK,
                                    RELATIVE)
                            : TimeWindow.day(day, RELATIVE);
                case WEEKS -> TimeWindow.whole(day.minusDays(3), day.plusDays(3), TimeWindow.Precision.WEEK, RELATIVE);
                case MONTHS -> {
                    YearMonth month = YearMonth.from(day);
                    yield TimeWindow.whole(month.atDay(1), month.atEndOfMonth(), TimeWindow.Precision.MONTH, RELATIVE);
                }
                case YEARS ->
                    TimeWindow.vague(LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31), RELATIVE);
                default -> TimeWindow.range(published.minusDays(amount / 24 + 1L), published, published, RELATIVE);
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable TimeWindow past(TimeMatch match, LocalDate published) {
        int amount = amount(match, 1);
        try {
            return switch (unit(match)) {
                case HOURS, MINUTES -> {
                    long days = unit(match) == ChronoUnit.HOURS ? (amount + 23L) / 24 : 1;
                    LocalDate start = published.minusDays(days);
                    yield TimeWindow.range(start, published, start, RELATIVE);
                }
                case DAYS ->
                    TimeWindow.range(published.minusDays(amount), published, published.minusDays(amount), RELATIVE);
                case WEEKS ->
                    TimeWindow.whole(
                            published.minusWeeks(amount),
                            published,
                            amount == 1 ? TimeWindow.Precision.WEEK : TimeWindow.Precision.MONTH,
                            RELATIVE);
                case MONTHS ->
                    TimeWindow.vague(published.minusMonths(amount), published, RELATIVE)
                            .withPrecision(amount == 1 ? TimeWindow.Precision.MONTH : TimeWindow.Precision.LONGER);
                default -> TimeWindow.vague(published.minusYears(amount), published, RELATIVE);
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static TimeWindow recent(String unit, LocalDate published) {
        return switch (unit) {
            case "HOURS" -> TimeWindow.range(published.minusDays(1), published, published, RELATIVE);
            case "DAYS" ->
                TimeWindow.vague(published.minusDays(6), published, RELATIVE).withPrecision(TimeWindow.Precision.WEEK);
            case "WEEKS" ->
                TimeWindow.vague(published.minusMonths(1), published, RELATIVE)
                        .withPrecision(TimeWindow.Precision.MONTH);
            case "YEARS" -> TimeWindow.vague(published.minusYears(2), published, RELATIVE);
            default -> TimeWindow.vague(published.minusMonths(2), published, RELATIVE);
        };
    }

    private static TimeWindow week(int offset, LocalDate published) {
        LocalDate start = monday(published).plusWeeks(offset);
        if (offset != 0) {
            return TimeWindow.whole(start, start.plusDays(6), TimeWindow.Precision.WEEK, RELATIVE);
        }
        TimeWindow soFar = TimeWindow.range(start, published, published, RELATIVE);
        boolean whole = start.plusDays(6).equals(published);
        return start.equals(published)
                ? soFar
                : soFar.withPrecision(whole ? TimeWindow.Precision.WEEK : TimeWindow.Precision.PART_OF_WEEK);
    }

    /** From the first day that the words name, to publication. */
    private static @Nullable TimeWindow since(TimeMatch match, Optional<LocalDate> published) {
        Optional<LocalDate> start = firstDay(match, published);
        if (start.isEmpty()) {
            return null;
        }
        LocalDate end = published.filter(day -> !day.isBefore(start.get())).orElse(null);
        TimeWindow.Basis basis = match.list(TimeAtom.Weekday.class).isEmpty() ? EXPLICIT : RELATIVE;
        return TimeWindow.open(start.get(), end, basis);
    }

    private static @Nullable TimeWindow until(TimeMatch match, Optional<LocalDate> published) {
        Optional<LocalDate> end = firstDay(match, published);
        TimeWindow.Basis basis = match.list(TimeAtom.Weekday.class).isEmpty() ? EXPLICIT : RELATIVE;
        return end.map(day -> TimeWindow.open(null, day, basis)).orElse(null);
    }

    private static Optional<LocalDate> firstDay(TimeMatch match, Optional<LocalDate> published) {
        return switch (match.atomAt(0)) {
            case TimeAtom.Date date -> date.resolve(published);
            case TimeAtom.Month month -> month.resolve(published).map(value -> value.atDay(1));
            case TimeAtom.Year year -> Optional.of(LocalDate.of(year.year(), 1, 1));
            case TimeAtom.Weekday weekday -> published.map(weekday::upTo);
            case TimeAtom.DayNumber day -> Optional.empty();
            case TimeAtom.Amount amount -> Optional.empty();
            case TimeAtom.Unit unit -> Optional.empty();
        };
    }

    private static int offset(TimeMatch match, String argument) {
        return switch (argument) {
            case "n" -> Math.min(amount(match, 1), 366);
            case "-n" -> -Math.min(amount(match, 1), 366);
            default -> Integer.parseInt(argument);
        };
    }
}
