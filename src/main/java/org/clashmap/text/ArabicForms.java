package org.clashmap.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Forms of an Arabic name that differ by what is written on to it: the article "ال", which names have or lack from one
 * table to the next, and the one-letter words "and", "in", "for", "so", "as" before it. Works on folded keys
 * ({@link NameKeys#fold}), which have lost vowel marks and the variants of alef, ya and ta marbuta. Thread-safe.
 */
public final class ArabicForms {
    private static final String ARTICLE = "ال";
    private static final String PROCLITICS = "وبلفك";
    private static final int SHORTEST_STEM = 3;

    private ArabicForms() {}

    /** True when the first letter is Arabic. */
    public static boolean isArabic(CharSequence key) {
        return !key.isEmpty() && UnicodeScript.of(key.charAt(0)) == UnicodeScript.ARABIC;
    }

    /** The other forms of a key, the likeliest first. */
    public static List<String> of(String key) {
        List<String> forms = new ArrayList<>();
        if (key.startsWith(ARTICLE)) {
            add(key.substring(2), forms);
        } else {
            forms.add(ARTICLE + key);
        }
        if (key.startsWith("لل")) {
            // "For" swallows the alef of the article.
            add(ARTICLE + key.substring(2), forms);
            add(key.substring(2), forms);
        } else if (PROCLITICS.indexOf(key.charAt(0)) >= 0 && key.startsWith(ARTICLE, 1)) {
            add(key.substring(1), forms);
            add(key.substring(3), forms);
        }
        return forms;
    }

    private static void add(String form, List<String> forms) {
        if (form.length() >= SHORTEST_STEM) {
            forms.add(form);
        }
    }
}
