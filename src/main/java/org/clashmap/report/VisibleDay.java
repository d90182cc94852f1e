package org.clashmap.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day written for people: "24 November 2026", "November 24, 2026", "24 листопада 2026 року", "24 ноября 2026 г.",
 * "٢٤ نوفمبر ٢٠٢٦", "24.11.2026", "2026-11-24". A day needs its year; 03/04/2026 is read only where one of the two cannot
 * be a month, since half the world writes the month first.
 */
final class VisibleDay {
    private static final int HEAD_LINES = 8;
    private static final int LONGEST_DATE_LINE = 120;

    private static final String UNICODE_WORD = "[\\p{L}\\u0300-\\u036f]";
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+|de\\s+)?(" + UNICODE_WORD
                    + "{3,12})\\.?,?\\s+(?:de\\s+)?" + "(\\d{4})(?!\\d)");
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile("(?<!" + UNICODE_WORD + ")(" + UNICODE_WORD
            + "{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4})(?![\\d.]\\d)");
    private static final Pattern ISO = Pattern.compile("(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

    /** The beginnings of the months' names, in the order of the year; several languages in each. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "січ", "янв", "ene", "يناير"),
            List.of("feb", "лют", "фев", "fév", "fev", "فبراير", "شباط"),
            List.of("mar", "бер", "мар", "مارس", "آذار"),
            List.of("apr", "кві", "апр", "abr", "avr", "أبريل", "ابريل", "نيسان"),
            List.of("may", "тра", "мая", "май", "mai", "مايو", "أيار"),
            List.of("jun", "чер", "июн", "juin", "يونيو", "حزيران"),
            List.of("jul", "лип", "июл", "juil", "يوليو", "تموز"),
            List.of("aug", "сер", "авг", "ago", "aoû", "aou", "أغسطس", "اغسطس", "آب"),
            List.of("sep", "вер", "сен", "سبتمبر", "أيلول"),
            List.of("oct", "жов", "окт", "أكتوبر", "اكتوبر"),
            List.of("nov", "лис", "ноя", "نوفمبر"),
            List.of("dec", "гру", "дек", "dic", "déc", "ديسمبر"));

    private VisibleDay() {}

    /** The first day written in a text. */
    static Optional<LocalDate> find(String words) {
        String text = latinDigits(words).toLowerCase(Locale.ROOT);
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        for (Matcher m = DAY_MONTH_YEAR.matcher(text); m.find(); ) {
            Optional<LocalDate> day = day(number(m, 3), month(m.group(2)), number(m, 1));
            if (day.isPresent()) {
                return day;
            }
        }
        for (Matcher m = MONTH_DAY_YEAR.matcher(text); m.find(); ) {
            Optional<LocalDate> day = day(number(m, 3), month(m.group(1)), number(m, 2));
            if (day.isPresent()) {
                return day;
            }
        }
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.find() ? ofNumbers(numbers) : Optional.empty();
    }

    /** The day in the first lines of a document, where a bulletin or a dateline has it; long lines are running text. */
    static Optional<LocalDate> inHead(String text) {
        return inHead(text, LONGEST_DATE_LINE);
    }

    /** @param longest lines of more characters are passed over */
    static Optional<LocalDate> inHead(String text, int longest) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .limit(HEAD_LINES)
                .filter(line -> line.length() <= longest)
                .map(VisibleDay::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> ofNumbers(Matcher numbers) {
        int first = number(numbers, 1);
        int second = number(numbers, 3);
        int year = number(numbers, 4);
        boolean dots = numbers.group(2).equals(".");
        if (dots || first > 12 || first == second) {
            return day(year, second, first);
        }
        return second > 12 ? day(year, first, second) : Optional.empty();
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).stream().anyMatch(name::startsWith)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Digits of any script, such as Arabic-Indic, as 0–9. */
    private static String latinDigits(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                latin.append(Character.digit(c, 10));
            } else {
                latin.appendCodePoint(c);
            }
        });
        return latin.toString();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return year < 1900 || year > 2200 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
