package org.clashmap.gazetteer.build;

import java.lang.Character.UnicodeScript;
import org.clashmap.gazetteer.StoredName;

/** Which alternate names of the sources are names at all. */
public final class NameFilter {
    private NameFilter() {}

    /** False for what the tables cannot hold: empty, too long, or with their own separators inside. */
    public static boolean isStorable(String name) {
        String clean = name.strip();
        return !clean.isEmpty()
                && clean.length() <= 120
                && clean.chars().noneMatch(c -> c < ' ' || c == '|' || c == StoredName.YEARS)
                && "+*=-!@".indexOf(clean.charAt(0)) < 0;
    }

    /**
     * Drops what GeoNames lists among alternate names but nobody writes for the place: codes of airports and posts, names
     * of one or two letters, links, and machine transliterations, which have no capital ("ha er ke fu").
     */
    public static boolean isName(String name) {
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        UnicodeScript script = UnicodeScript.COMMON;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
                if (script == UnicodeScript.COMMON) {
                    script = UnicodeScript.of(c);
                }
                capitals += Character.isUpperCase(c) ? 1 : 0;
            } else if (Character.isDigit(c)) {
                digits++;
            }
        }
        if (letters == 0 || digits > letters || name.contains("://")) {
            return false;
        }
        if (script != UnicodeScript.LATIN && script != UnicodeScript.CYRILLIC && script != UnicodeScript.GREEK) {
            return true;
        }
        boolean code = letters == capitals && letters <= 4 && letters == name.length();
        return letters > 2 && capitals > 0 && !code;
    }
}
