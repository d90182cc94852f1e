package org.clashmap.gazetteer.layer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.gazetteer.Validity;
import org.jspecify.annotations.Nullable;

/** Years of names as sources write them. What cannot be read is unknown: a name is worth having without its years. */
final class StatedYears {
    /** "1924", "1924-05-12", "20160519", "since 1924", but no five or six digits. */
    private static final Pattern YEAR = Pattern.compile("(?<![\\d-])([12]\\d{3})(?:\\d{4})?(?!\\d)");

    /** "Artemivsk (1924–2016)", with either year left out. */
    private static final Pattern IN_BRACKETS = Pattern.compile("(.*\\S)\\s*\\((\\d{4})?\\s*[-–—]\\s*(\\d{4})?\\)");

    private StatedYears() {}

    /** A name without its years, and these. */
    record Dated(String name, Validity validity) {}

    /** From two cells with dates of any form. */
    static Validity between(String from, String to) {
        return validity(year(from), year(to));
    }

    /** A name with years in brackets behind it; without them, or with brackets of another kind, the name as it is. */
    static Dated inBrackets(String stated) {
        Matcher matcher = IN_BRACKETS.matcher(stated.strip());
        if (!matcher.matches()) {
            return new Dated(stated, Validity.UNKNOWN);
        }
        Validity validity = validity(year(matcher.group(2)), year(matcher.group(3)));
        return new Dated(validity.isKnown() ? matcher.group(1) : stated, validity);
    }

    private static int year(@Nullable String stated) {
        Matcher matcher = YEAR.matcher(stated == null ? "" : stated);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static Validity validity(int first, int last) {
        return last != 0 && first > last ? Validity.UNKNOWN : new Validity(first, last);
    }
}
