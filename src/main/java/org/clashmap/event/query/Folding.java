package org.clashmap.event.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a comparison of texts may pass over. */
public enum Folding {
    /** Upper and lower case. */
    CASEI("casei") {
        @Override
        public String fold(String text) {
            // By way of upper case, so that ß and ss, and the two small sigmas, are the same.
            return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }
    },
    /** Accents: marks that Unicode takes off a letter, so that й is и and é is e; ł and ø are letters of their own. */
    ACCENTI("accenti") {
        @Override
        public String fold(String text) {
            String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
            return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private final String word;

    Folding(String word) {
        this.word = word;
    }

    /** As the JSON form writes it. */
    public String word() {
        return word;
    }

    public abstract String fold(String text);
}
