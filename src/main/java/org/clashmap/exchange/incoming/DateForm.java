package org.clashmap.exchange.incoming;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How days are written in a column. A time of day after the day is passed over. */
enum DateForm {
    /** 2025-04-08, 20250408, "8 April 2025", or with the day first: 08-04-2025, 8.4.2025. */
    DAY,
    /** Year, month, day. */
    YMD,
    /** 04/08/2025 is the eighth of April. */
    MDY,
    /** 04/08/2025 is the fourth of August. */
    DMY,
    /** Seconds or milliseconds since 1970, UTC; or any of {@link #DAY}. */
    EPOCH;

    private static final Pattern THREE = Pattern.compile("(\\d{1,4})[-/. ](\\d{1,2})[-/. ](\\d{1,4})(?:[T ,].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\d{4}|\\d{6})?");
    private static final Pattern WORDS =
            Pattern.compile("(?:\\p{L}+,? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]([\\p{L}.]+),?[ -](\\d{4}).*");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4}).*");
    private static final Pattern SECONDS = Pattern.compile("-?\\d{9,13}(?:\\.\\d+)?");
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    /** The beginnings of months' names in English, Ukrainian and Russian; longer ones first where one begins another. */
    private static final List<Map.Entry<String, Integer>> MONTHS = List.of(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("січ", 1),
            Map.entry("лют", 2),
            Map.entry("бер", 3),
            Map.entry("кві", 4),
            Map.entry("тра", 5),
            Map.entry("чер", 6),
            Map.entry("лип", 7),
            Map.entry("сер", 8),
            Map.entry("вер", 9),
            Map.entry("жов", 10),
            Map.entry("лис", 11),
            Map.entry("гру", 12),
            Map.entry("янв", 1),
            Map.entry("фев", 2),
            Map.entry("мар", 3),
            Map.entry("апр", 4),
            Map.entry("мая", 5),
            Map.entry("май", 5),
            Map.entry("июн", 6),
            Map.entry("июл", 7),
            Map.entry("авг", 8),
            Map.entry("сен", 9),
            Map.entry("окт", 10),
            Map.entry("ноя", 11),
            Map.entry("дек", 12));

    static Optional<DateForm> find(String word) {
        return Arrays.stream(values())
                .filter(form -> form.name().equalsIgnoreCase(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** The day, or null when the text is none. */
    @Nullable
    LocalDate read(String text) {
        LocalDate plain = isoDay(text);
        if (plain != null) {
            return plain;
        }
        try {
            return slowly(text.strip());
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private @Nullable LocalDate slowly(String text) {
        if (this == EPOCH && SECONDS.matcher(text).matches()) {
            long number = (long) Double.parseDouble(text);
            Instant at = Math.abs(number) >= FIRST_MILLISECONDS
                    ? Instant.ofEpochMilli(number)
                    : Instant.ofEpochSecond(number);
            return at.atZone(ZoneOffset.UTC).toLocalDate();
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return day(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher three = THREE.matcher(text);
        if (three.matches()) {
            return three(three.group(1), three.group(2), three.group(3));
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            return day(words.group(3), month(words.group(2)), words.group(1));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches() ? day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2)) : null;
    }

    private @Nullable LocalDate three(String a, String b, String c) {
        if (a.length() == 4) {
            return day(a, b, c);
        }
        if (c.length() != 4 || this == YMD) {
            return null;
        }
        return this == MDY ? day(c, a, b) : day(c, b, a);
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** The month's number as text; "0", which is no month, for a word that names none. */
    private static String month(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return MONTHS.stream()
                .filter(month -> small.startsWith(month.getKey()))
                .map(month -> String.valueOf(month.getValue()))
                .findFirst()
                .orElse("0");
    }

    /** The usual case without patterns: ten characters YYYY-MM-DD, alone or before a time. */
    private static @Nullable LocalDate isoDay(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        if (text.length() > 10 && text.charAt(10) != 'T' && text.charAt(10) != ' ') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        boolean real = day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth();
        return real ? LocalDate.of(year, month, day) : null;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
