package org.clashmap.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day out of a machine-made date: ISO 8601, or the e-mail form of RSS. The day is the publisher's own. */
final class PublicationDay {
    private static final Pattern ISO = Pattern.compile("^(\\d{4})-?(\\d{2})-?(\\d{2})(?:$|[T ].*)", Pattern.DOTALL);
    private static final Pattern MAIL =
            Pattern.compile("^(?:\\p{Alpha}{3,9},?\\s+)?(\\d{1,2})\\s+(\\p{Alpha}{3})\\p{Alpha}*\\s+(\\d{4})\\b.*");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private PublicationDay() {}

    static Optional<LocalDate> find(String value) {
        String text = value.strip();
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher mail = MAIL.matcher(text);
        if (mail.matches()) {
            int month = MONTHS.indexOf(mail.group(2).toLowerCase(Locale.ROOT)) + 1;
            return day(number(mail, 3), month, number(mail, 1));
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
