package org.clashmap.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * A place that a search found, and why.
 *
 * @param matchedName the gazetteer's spelling that answered
 * @param kind what that spelling is to the place
 * @param validity the years in which it was or is in force, where they are known
 * @param edits letters apart, for {@link Closeness#TYPO} and {@link Closeness#TYPO_BEGINNING}; else 0
 * @param unit the unit or country that was typed beside the name and that holds the place, or null
 */
public record SearchHit(
        Place place,
        String matchedName,
        NameMatch.Kind kind,
        Validity validity,
        Closeness closeness,
        int edits,
        @Nullable Place unit) {
    /** How what was typed meets the name, from the closest to the loosest. */
    public enum Closeness {
        /** The whole name, but for case, marks, apostrophes and hyphens. */
        EXACT,
        /** The whole name, in another case form: "Торецьку". */
        INFLECTED,
        /** The whole name in another alphabet. */
        OTHER_ALPHABET,
        /** The whole name as another language spells it: "Krasnogorovka" for Krasnohorivka. */
        OTHER_SPELLING,
        /** The beginning of the name. */
        BEGINNING,
        /** The beginning of a later word of the name. */
        WORD_BEGINNING,
        /** The whole name, with slips. */
        TYPO,
        /** The beginning of the name, with a slip. */
        TYPO_BEGINNING
    }
}
