package org.clashmap.extract.time;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clashmap.extract.number.NumberReader;
import org.clashmap.extract.number.NumberTokens;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads the atoms of time expressions at a place in a sentence: dates in words and figures, months, years, numbers.
 * Stateless but for its sentence; each reading looks at a bounded number of words.
 */
final class TimeAtoms {
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th", "го", "е", "ого", "er");
    private static final Set<String> YEAR_WORDS =
            Set.of("року", "році", "рік", "р", "рр", "года", "году", "год", "г", "гг");
    private static final Set<String> OF = Set.of("of", "de", "del", "من");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    /** An atom with the index after it. */
    record Found(TimeAtom atom, int end) {}

    private final TimeTable table;
    private final NumberReader numbers;
    private final NumberTokens tokens;
    private final Optional<LocalDate> published;

    TimeAtoms(TimeTable table, NumberReader numbers, NumberTokens tokens, Optional<LocalDate> published) {
        this.table = table;
        this.numbers = numbers;
        this.tokens = tokens;
        this.published = published;
    }

    /** The atom of a kind that starts at an index. */
    @Nullable
    Found read(String kind, int at) {
        return switch (kind) {
            case "date" -> date(at);
            case "mon" -> month(at, false);
            case "month" -> month(at, true);
            case "year" -> year(at);
            case "d" -> dayNumber(at);
            case "wd" -> lexeme(at, TimeAtom.Weekday.class);
            case "unit" -> lexeme(at, TimeAtom.Unit.class);
            case "n" -> amount(at);
            default -> throw new IllegalArgumentException("unknown atom <" + kind + "> in a time pattern");
        };
    }

    private @Nullable Found lexeme(int at, Class<? extends TimeAtom> type) {
        NumberTokens.Word word = tokens.at(at);
        TimeTable.Lexeme pair =
                table.findLexeme(word.form() + "_" + tokens.at(at + 1).form());
        if (pair != null && type.isInstance(pair.atom())) {
            return new Found(pair.atom(), at + 2);
        }
        TimeTable.Lexeme lexeme = table.findLexeme(word.form());
        if (lexeme == null || !type.isInstance(lexeme.atom()) || (lexeme.needsCapital() && !word.capital())) {
            return null;
        }
        return new Found(lexeme.atom(), at + 1);
    }

    private @Nullable Found amount(int at) {
        Optional<NumberReader.Figure> figure = numbers.read(tokens, at);
        return figure.isEmpty()
                ? null
                : new Found(
                        new TimeAtom.Amount(figure.get().best(), figure.get().approximate()),
                        figure.get().end());
    }

    private @Nullable Found dayNumber(int at) {
        int day = plain(at, 31);
        return day < 1 ? null : new Found(new TimeAtom.DayNumber(day), pastOrdinal(at + 1));
    }

    /** "th" of "4th", "-го" of "4-го". */
    private int pastOrdinal(int at) {
        if (tokens.isGlued(at) && ORDINAL_ENDINGS.contains(tokens.at(at).form())) {
            return at + 1;
        }
        boolean hyphenated = tokens.isGlued(at)
                && tokens.at(at).is("-")
                && tokens.isGlued(at + 1)
                && ORDINAL_ENDINGS.contains(tokens.at(at + 1).form());
        return hyphenated ? at + 2 : at;
    }

    /** A whole number of plain figures up to a limit, else 0. */
    private int plain(int at, int limit) {
        NumberTokens.Word word = tokens.at(at);
        if (!word.isNumber() || word.form().length() > 4) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < word.form().length(); i++) {
            int digit = Character.digit(word.form().charAt(i), 10);
            if (digit < 0) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value <= limit ? value : 0;
    }

    private @Nullable Found year(int at) {
        int year = plain(at, LAST_YEAR);
        if (year < FIRST_YEAR || tokens.at(at).form().length() != 4) {
            return null;
        }
        return new Found(new TimeAtom.Year(year), at + 1);
    }

    private @Nullable Found month(int at, boolean needsYear) {
        Found name = lexeme(at, TimeAtom.Month.class);
        if (name == null) {
            return null;
        }
        int month = ((TimeAtom.Month) name.atom()).month();
        Found year = yearAfter(pastAbbreviation(name.end()), true);
        if (year != null) {
            return new Found(new TimeAtom.Month(month, ((TimeAtom.Year) year.atom()).year()), year.end());
        }
        return needsYear ? null : new Found(new TimeAtom.Month(month, 0), name.end());
    }

    private int pastAbbreviation(int at) {
        return tokens.isGlued(at)
                        && tokens.at(at).is(".")
                        && tokens.at(at - 1).form().length() <= 4
                ? at + 1
                : at;
    }

    /** A year with what may join it to a month: "of 2025", ", 2025", "2025 року", "'89"; two figures only after a day. */
    private @Nullable Found yearAfter(int at, boolean fourFigures) {
        int start = tokens.at(at).is(",")
                        || tokens.at(at).is("'")
                        || OF.contains(tokens.at(at).form())
                ? at + 1
                : at;
        Found year = year(start);
        if (year == null && !fourFigures) {
            year = shortYear(start);
        }
        if (year == null) {
            return null;
        }
        int end = year.end();
        if (YEAR_WORDS.contains(tokens.at(end).form())) {
            end++;
            if (tokens.at(end - 1).form().length() <= 2
                    && tokens.at(end).is(".")
                    && tokens.isGlued(end)
                    && end + 1 < tokens.size()) {
                end++;
            }
        }
        return new Found(year.atom(), end);
    }

    /** "89" of "30 DEC 89": only where no counted word follows. */
    private @Nullable Found shortYear(int at) {
        if (tokens.at(at).form().length() != 2
                || (tokens.at(at + 1).isWord()
                        && !YEAR_WORDS.contains(tokens.at(at + 1).form()))) {
            return null;
        }
        int year = plain(at, 99);
        boolean zero = tokens.at(at).is("00");
        if (year == 0 && !zero) {
            return null;
        }
        return new Found(new TimeAtom.Year(century(year)), at + 1);
    }

    private int century(int shortYear) {
        int now = published.map(LocalDate::getYear).orElse(2030);
        int year = now / 100 * 100 + shortYear;
        return year > now + 1 ? year - 100 : year;
    }

    private @Nullable Found date(int at) {
        Found figures = figures(at);
        if (figures != null) {
            return figures;
        }
        Found dayFirst = dayFirst(at);
        return dayFirst != null ? dayFirst : monthFirst(at);
    }

    /** "4 May 2025", "the 4th of May", "4-го травня 2025 року". */
    private @Nullable Found dayFirst(int at) {
        int start = tokens.at(at).is("the") ? at + 1 : at;
        Found day = dayNumber(start);
        if (day == null) {
            return null;
        }
        int next = OF.contains(tokens.at(day.end()).form()) ? day.end() + 1 : day.end();
        Found month = lexeme(next, TimeAtom.Month.class);
        if (month == null) {
            return null;
        }
        int end = pastSecondName(month.end());
        return withYear(day, month, pastAbbreviation(end), end);
    }

    /** The name of the same month in the other Arabic calendar words: "8 نوفمبر/تشرين الثاني". */
    private int pastSecondName(int at) {
        boolean bar = tokens.at(at).is("/") || tokens.at(at).is("(");
        Found second = bar ? lexeme(at + 1, TimeAtom.Month.class) : null;
        if (second == null) {
            return at;
        }
        return tokens.at(second.end()).is(")") ? second.end() + 1 : second.end();
    }

    /** "May 4, 2025"; English only, as "травня 4" is no date. */
    private @Nullable Found monthFirst(int at) {
        if (table.language() != Language.EN) {
            return null;
        }
        Found month = lexeme(at, TimeAtom.Month.class);
        if (month == null) {
            return null;
        }
        int next = pastAbbreviation(month.end());
        Found day = dayNumber(tokens.at(next).is("the") ? next + 1 : next);
        return day == null ? null : withYear(day, month, day.end(), day.end());
    }

    private Found withYear(Found day, Found month, int yearAt, int endWithout) {
        int dayNumber = ((TimeAtom.DayNumber) day.atom()).day();
        int monthNumber = ((TimeAtom.Month) month.atom()).month();
        Found year = yearAfter(yearAt, false);
        if (year != null) {
            int inYear = ((TimeAtom.Year) year.atom()).year();
            return new Found(new TimeAtom.Date(dayNumber, monthNumber, inYear), year.end());
        }
        return new Found(new TimeAtom.Date(dayNumber, monthNumber, 0), endWithout);
    }

    /** "2025-06-11", "8.04.2025", "04/02/2016", "11.06.25"; a slash date reads day first unless that is no date. */
    private @Nullable Found figures(int at) {
        NumberTokens.Word first = tokens.at(at);
        if (!first.isNumber()) {
            return null;
        }
        if (year(at) != null && isMark(at + 1, "-") && isMark(at + 3, "-")) {
            int month = plain(at + 2, 12);
            int day = plain(at + 4, 31);
            return month == 0 || day == 0 || !tokens.isGlued(at + 2) || !tokens.isGlued(at + 4)
                    ? null
                    : new Found(new TimeAtom.Date(day, month, plain(at, LAST_YEAR)), at + 5);
        }
        int dot = first.form().indexOf('.');
        if (dot > 0 && isMark(at + 1, ".") && tokens.isGlued(at + 2)) {
            return dayMonthYear(first.form().substring(0, dot), first.form().substring(dot + 1), at + 2);
        }
        if (isMark(at + 1, "/") && isMark(at + 3, "/") && tokens.isGlued(at + 2) && tokens.isGlued(at + 4)) {
            return dayMonthYear(first.form(), tokens.at(at + 2).form(), at + 4);
        }
        return null;
    }

    private boolean isMark(int at, String mark) {
        return tokens.at(at).is(mark) && tokens.isGlued(at);
    }

    private @Nullable Found dayMonthYear(String first, String second, int yearAt) {
        Found year = year(yearAt);
        if (year == null && tokens.at(yearAt).form().length() == 2) {
            int shortYear = plain(yearAt, 99);
            year = shortYear == 0 ? null : new Found(new TimeAtom.Year(century(shortYear)), yearAt + 1);
        }
        if (year == null || !first.matches("\\p{Nd}{1,2}") || !second.matches("\\p{Nd}{1,2}")) {
            return null;
        }
        int day = Integer.parseInt(first);
        int month = Integer.parseInt(second);
        if (month > 12 && day <= 12) {
            int swapped = day;
            day = month;
            month = swapped;
        }
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        int end = YEAR_WORDS.contains(tokens.at(year.end()).form()) ? year.end() + 1 : year.end();
        return new Found(new TimeAtom.Date(day, month, ((TimeAtom.Year) year.atom()).year()), end);
    }

    /** Atoms that may start with this word, to choose the rules to try. */
    Set<String> kindsAt(int at) {
        NumberTokens.Word word = tokens.at(at);
        if (word.isNumber()) {
            return NUMBER_KINDS;
        }
        TimeTable.Lexeme lexeme = table.findLexeme(word.form());
        if (lexeme == null) {
            lexeme = table.findLexeme(word.form() + "_" + tokens.at(at + 1).form());
        }
        if (lexeme != null) {
            return switch (lexeme.atom()) {
                case TimeAtom.Month m -> MONTH_KINDS;
                case TimeAtom.Weekday w -> Set.of("wd");
                case TimeAtom.Unit u -> Set.of("unit");
                case TimeAtom.Date d -> Set.of();
                case TimeAtom.Year y -> Set.of();
                case TimeAtom.DayNumber d -> Set.of();
                case TimeAtom.Amount a -> Set.of();
            };
        }
        if (word.form().toLowerCase(Locale.ROOT).equals("the")) {
            return Set.of("date");
        }
        return numbers.read(tokens, at).isPresent() ? Set.of("n") : Set.of();
    }

    private static final Set<String> NUMBER_KINDS = Set.of("date", "d", "n", "year");
    private static final Set<String> MONTH_KINDS = Set.of("date", "mon", "month");
}
