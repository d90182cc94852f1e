package org.clashmap.event;

import java.util.List;

/** ACLED's inter codes 0–8 and the words that stand for them in {@code actors[].type}. */
public final class InterCode {
    private static final List<String> WORDS = List.of(
            "unknown",
            "state_forces",
            "rebels",
            "political_militia",
            "identity_militia",
            "rioters",
            "protesters",
            "civilians",
            "external");

    private InterCode() {}

    public static String word(int inter) {
        if (inter < 0 || inter >= WORDS.size()) {
            throw new IllegalArgumentException("inter code " + inter + " is not between 0 and 8");
        }
        return WORDS.get(inter);
    }

    /** The code of a word; 0 for any other. */
    static int of(String word) {
        return Math.max(0, WORDS.indexOf(word));
    }
}
