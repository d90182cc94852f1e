package org.clashmap.gazetteer;

/**
 * A place found under a name.
 *
 * @param matchedName the gazetteer's spelling that matched
 * @param kind what that spelling is to the place
 * @param level how the text's spelling met it
 * @param validity the years in which that spelling was or is in force, where they are known
 */
public record NameMatch(Place place, String matchedName, Kind kind, Level level, Validity validity) {
    /** Without known years. */
    public NameMatch(Place place, String matchedName, Kind kind, Level level) {
        this(place, matchedName, kind, level, Validity.UNKNOWN);
    }

    /** What a name is to its place. */
    public enum Kind {
        /** The main name. */
        OFFICIAL,
        /** Another spelling, language or abbreviation. */
        VARIANT,
        /** A former name. */
        HISTORIC,
        /** A name used by an occupier. */
        OCCUPATION
    }

    /** How the spellings met, from the strictest key to the loosest. */
    public enum Level {
        /** The same after folding case, marks, apostrophes and hyphens. */
        FOLDED,
        /** An inflected form whose nominative matched after folding. */
        INFLECTED,
        /** The same after romanisation. */
        ROMANISED,
        /** The same skeleton (h/g, y/i/e, -ivka/-ovka); safe only within an administrative or distance constraint. */
        SKELETON,
        /** The same stem of a Ukrainian and a Russian form (і/о, вовк/волк); safe only within such a constraint. */
        STEM
    }
}
