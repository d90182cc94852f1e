package org.clashmap.extract.table;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.clashmap.text.WordTable;

/**
 * Arabic words in the form that tables and texts are compared in: without vowel marks and lengthening strokes, one letter
 * for each of the variants of alef, ya and ta marbuta, and without what is written on to a word: "and", "so", the article
 * and the prepositions before it. Words that begin with such a letter of their own are kept whole by a table. Words of
 * other alphabets come back as they are. Thread-safe.
 */
public final class ArabicWords {
    private static final int SHORTEST = 3;
    private static final String ARTICLE = "ال";
    private static final String JOINTS = "وف";
    private static final String PREPOSITIONS = "بلك";
    private static final Set<String> KEPT = kept();

    private ArabicWords() {}

    private static Set<String> kept() {
        Set<String> kept = new HashSet<>();
        for (WordTable.Row row : WordTable.rows("extract/arabic")) {
            for (String word : row.get(1).split(" ", -1)) {
                kept.add(fold(word));
            }
        }
        return Set.copyOf(kept);
    }

    public static boolean isArabic(String word) {
        return !word.isEmpty() && word.charAt(0) >= '\u0600' && word.charAt(0) <= '\u06ff';
    }

    /** One spelling for each word. */
    public static String fold(String word) {
        if (!isArabic(word)) {
            return word;
        }
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean mark = (c >= '\u064b' && c <= '\u0652') || c == '\u0670' || c == '\u0640';
            if (!mark) {
                folded.append(
                        switch (c) {
                            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
                            case 'ى' -> 'ي';
                            case 'ة' -> 'ه';
                            default -> c;
                        });
            }
        }
        return folded.toString();
    }

    /** A folded word without joint, article and the preposition before the article. */
    public static String bare(String word) {
        String folded = fold(word);
        return isArabic(folded) ? folded.substring(start(folded)) : folded;
    }

    /** How many letters of a folded word are joint, preposition and article. */
    private static int start(String folded) {
        if (KEPT.contains(folded)) {
            return 0;
        }
        int joint = jointOf(folded);
        String rest = folded.substring(joint);
        if (KEPT.contains(rest)) {
            return joint;
        }
        if (rest.startsWith("لل") && rest.length() >= SHORTEST + 2) {
            return joint + 2;
        }
        int preposition =
                !rest.isEmpty() && PREPOSITIONS.indexOf(rest.charAt(0)) >= 0 && rest.startsWith(ARTICLE, 1) ? 1 : 0;
        boolean article =
                rest.startsWith(ARTICLE, preposition) && rest.length() >= SHORTEST + preposition + ARTICLE.length();
        return article ? joint + preposition + ARTICLE.length() : joint;
    }

    /** 1 where a folded word begins with a joint that is no letter of its own. */
    private static int jointOf(String folded) {
        boolean joint = folded.length() >= SHORTEST
                && JOINTS.indexOf(folded.charAt(0)) >= 0
                && !KEPT.contains(folded)
                && !(folded.charAt(0) == 'ف' && !folded.startsWith(ARTICLE, 1));
        boolean figure = folded.length() > 1 && folded.charAt(0) == 'و' && Character.isDigit(folded.charAt(1));
        return joint || figure ? 1 : 0;
    }

    /** True when "and" is written on to a word. */
    public static boolean hasJoint(String word) {
        return isArabic(word) && jointOf(fold(word)) > 0;
    }

    /**
     * A bare word, also without a preposition or "so" that is written on to it without an article, where only the rest is
     * known.
     */
    public static String bare(String word, Predicate<String> known) {
        String bare = bare(word);
        boolean maybe = isArabic(bare) && bare.length() > SHORTEST && "بلكف".indexOf(bare.charAt(0)) >= 0;
        return maybe && !known.test(bare) && known.test(bare.substring(1)) ? bare.substring(1) : bare;
    }

    /** True when a preposition of one letter is written on to a word, of which {@code bare} is the bare form. */
    public static boolean hasPreposition(String word, String bare) {
        if (!isArabic(word)) {
            return false;
        }
        String folded = fold(word);
        int joint = jointOf(folded);
        String rest = folded.substring(joint);
        return rest.length() > bare.length() && PREPOSITIONS.indexOf(rest.charAt(0)) >= 0;
    }
}
