package org.clashmap.gazetteer;

import java.util.OptionalInt;

/**
 * The years in which a name was or is in force, both included; either may be open or unknown. Years of our era only, since
 * reports name towns of today.
 *
 * @param firstYear 0 when unknown
 * @param lastYear 0 when unknown, or when the name is still in force
 */
public record Validity(int firstYear, int lastYear) {
    /** Nothing is known. */
    public static final Validity UNKNOWN = new Validity(0, 0);

    private static final int LAST = 9999;
    private static final String JOINT = "-";

    public Validity {
        if (firstYear < 0 || lastYear < 0 || firstYear > LAST || lastYear > LAST) {
            throw new IllegalArgumentException(
                    "years " + firstYear + " to " + lastYear + " are not within 1 and " + LAST);
        }
        if (lastYear != 0 && firstYear > lastYear) {
            throw new IllegalArgumentException("the first year " + firstYear + " is after the last one, " + lastYear);
        }
    }

    /** From years as text, empty for unknown ones. */
    public static Validity of(String first, String last) {
        return new Validity(year(first), year(last));
    }

    /** From the stored form: {@code 1924-2016}, {@code -2016}, {@code 2016-}. */
    static Validity parse(String text) {
        int joint = text.indexOf(JOINT);
        if (joint < 0) {
            throw new IllegalArgumentException("'" + text + "' are no years like 1924-2016");
        }
        return of(text.substring(0, joint), text.substring(joint + 1));
    }

    private static int year(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int year = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : 0;
        if (year == 0) {
            throw new IllegalArgumentException("'" + text + "' is no year like 1924");
        }
        return year;
    }

    public boolean isKnown() {
        return firstYear != 0 || lastYear != 0;
    }

    public OptionalInt findFirstYear() {
        return firstYear == 0 ? OptionalInt.empty() : OptionalInt.of(firstYear);
    }

    public OptionalInt findLastYear() {
        return lastYear == 0 ? OptionalInt.empty() : OptionalInt.of(lastYear);
    }

    /** This one, or the other where nothing is known of it. */
    public Validity or(Validity other) {
        return isKnown() ? this : other;
    }

    /** The stored form. */
    String text() {
        return year(firstYear) + JOINT + year(lastYear);
    }

    private static String year(int year) {
        return year == 0 ? "" : Integer.toString(year);
    }

    /** For people: "1924–2016", "until 2016", "since 2016"; empty when nothing is known. */
    @Override
    public String toString() {
        if (firstYear == 0) {
            return lastYear == 0 ? "" : "until " + lastYear;
        }
        return lastYear == 0 ? "since " + firstYear : firstYear + "–" + lastYear;
    }
}
