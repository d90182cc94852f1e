package org.clashmap.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How English words are written in ordinary prose: {@code text/word-case.tsv}, counted by {@link WordCaseLearner}. Words
 * that are not in the table are taken for names. Immutable.
 */
final class WordCase {
    static final String TABLE = "text/word-case";

    /** How a word is written where it does not open a sentence. */
    enum Form {
        LOWER("l"),
        /** In lower case, but with a capital before another capitalised word: "new", "New York". */
        LOWER_UNLESS_NAME_FOLLOWS("n"),
        /** In lower case, but with a capital after another capitalised word: "states", "United States". */
        LOWER_UNLESS_NAME_PRECEDES("p"),
        LOWER_UNLESS_BESIDE_NAME("b"),
        CAPITALISED("c"),
        /** "UN", "AFP". */
        ACRONYM("a");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final WordCase ENGLISH = load();

    /** Endings that leave a word what it is; what remains is looked up, with and without a final "e". */
    private static final List<String> INFLECTIONS = List.of("'s", "s", "es", "ed", "ing", "ly", "er", "ers", "ings");
    /** Endings that names seldom have. */
    private static final List<String> DERIVATIONS = List.of(
            "ing", "ings", "ed", "ly", "tion", "tions", "ness", "ism", "ist", "ists", "ity", "ities", "able", "ible",
            "ive", "ives", "ful", "less", "ous", "ize", "ized", "izing", "ment", "ments", "ance", "ances", "ence",
            "ences", "ary", "ical");

    private static final int SHORTEST_STEM = 4;

    private final Map<String, Form> forms;

    private WordCase(Map<String, Form> forms) {
        this.forms = forms;
    }

    static WordCase english() {
        return ENGLISH;
    }

    private static WordCase load() {
        Map<String, Form> forms = new HashMap<>();
        for (WordTable.Row row : WordTable.rows(TABLE, 2)) {
            forms.put(row.get(0), form(row));
        }
        return new WordCase(Map.copyOf(forms));
    }

    private static Form form(WordTable.Row row) {
        for (Form form : Form.values()) {
            if (form.code().equals(row.get(1))) {
                return form;
            }
        }
        throw row.wrong("no form " + row.get(1));
    }

    /** The form of a word in any case; {@link Form#CAPITALISED} where nothing is known of it or its stem. */
    Form of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Form known = forms.get(lower);
        if (known != null) {
            return known;
        }
        boolean common = looksCommon(lower)
                || INFLECTIONS.stream().anyMatch(ending -> hasEnding(lower, ending) && isLower(lower, ending));
        return common ? Form.LOWER : Form.CAPITALISED;
    }

    /** Has an ending of common words, so that a name with it must stand in the table. */
    static boolean looksCommon(String lower) {
        return DERIVATIONS.stream().anyMatch(ending -> hasEnding(lower, ending));
    }

    /** Could be an inflected word, so that a name of that shape must stand in the table. */
    static boolean looksInflected(String lower) {
        return INFLECTIONS.stream().anyMatch(ending -> hasEnding(lower, ending));
    }

    private static boolean hasEnding(String word, String ending) {
        return word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM;
    }

    private boolean isLower(String word, String ending) {
        String stem = word.substring(0, word.length() - ending.length());
        return isLower(stem) || isLower(stem + "e") || isLower(undoubled(stem));
    }

    private boolean isLower(String word) {
        return forms.get(word) == Form.LOWER;
    }

    /** "plann" as in "planned": without the doubled letter. */
    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        return stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }
}
