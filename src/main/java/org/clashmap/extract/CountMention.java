package org.clashmap.extract;

import org.clashmap.text.Span;

/**
 * A number of people or acts in a text.
 *
 * @param span the number with its words: "at least 30 people"
 * @param approximate true for words that are not figures ("several", "dozens", "up to")
 * @param cumulative true for a running total ("more than 50,000 since 2023", a party's daily total of enemy losses)
 */
public record CountMention(Span span, Kind kind, int low, int best, int high, boolean approximate, boolean cumulative) {
    /** What is counted. */
    public enum Kind {
        KILLED,
        WOUNDED,
        CAPTURED,
        DISPLACED,
        ARRESTED,
        /** Acts: "47 assaults". */
        ATTACKS,
        /** People whose fate the words do not say: "six Chinese citizens". */
        PEOPLE
    }
}
