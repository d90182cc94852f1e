package org.clashmap.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Counts how English words are written in prose, for {@link WordCase}: words that open a sentence, headlines in title case
 * and lines in capitals say nothing and are passed over. Not thread-safe.
 */
public final class WordCaseLearner {
    private static final double TITLE_CASE = 0.6;
    private static final double MOSTLY = 0.6;
    private static final double RARELY = 0.4;
    private static final int LEAST_SEEN = 3;

    /** Neither designations ("m777") nor Arabic names with their article. */
    private static final Pattern WORD = Pattern.compile("(?!al-|el-|an-|ar-|as-|ash-)\\p{L}+(?:['’-]\\p{L}+)*");

    private static final int LOWER = 0;
    private static final int UPPER = 1;
    private static final int ALL_CAPITALS = 2;
    private static final int LOWER_BEFORE_NAME = 3;
    private static final int UPPER_BEFORE_NAME = 4;
    private static final int LOWER_AFTER_NAME = 5;
    private static final int UPPER_AFTER_NAME = 6;
    private static final int KINDS = 7;

    private final Map<String, int[]> counts = new TreeMap<>();

    public void add(String text) {
        AnalysedText analysed = AnalysedText.of(text, Language.EN);
        for (Sentence sentence : analysed.sentences()) {
            if (!sentence.span().of(analysed.text()).equals(sentence.span().of(analysed.written()))) {
                continue;
            }
            List<Token> words = sentence.tokens().stream().filter(Token::isWord).toList();
            long capitals = words.stream().filter(Token::isCapitalised).count();
            if (words.size() > 3 && capitals < TITLE_CASE * words.size()) {
                count(words);
            }
        }
    }

    private void count(List<Token> words) {
        for (int i = 1; i < words.size(); i++) {
            Token word = words.get(i);
            int[] count = counts.computeIfAbsent(word.lower(), w -> new int[KINDS]);
            boolean upper = word.isCapitalised();
            count[upper ? UPPER : LOWER]++;
            if (upper
                    && word.text().length() > 1
                    && word.text().equals(word.text().toUpperCase(Locale.ROOT))) {
                count[ALL_CAPITALS]++;
            }
            boolean nameFollows = i + 1 < words.size()
                    && words.get(i + 1).isCapitalised()
                    && words.get(i + 1).start() - word.end() == 1;
            boolean namePrecedes = words.get(i - 1).isCapitalised()
                    && i > 1
                    && word.start() - words.get(i - 1).end() == 1;
            if (namePrecedes) {
                count[upper ? UPPER_AFTER_NAME : LOWER_AFTER_NAME]++;
            }
            if (nameFollows) {
                count[upper ? UPPER_BEFORE_NAME : LOWER_BEFORE_NAME]++;
            }
        }
    }

    /** The table, one line a word, by the alphabet; names only where their shape would not tell them. */
    public String toTable() {
        List<String> lines = new ArrayList<>();
        counts.forEach((word, count) -> {
            WordCase.Form form = form(count);
            boolean told = form != WordCase.Form.CAPITALISED
                    || (count[UPPER] > 1 && (WordCase.looksCommon(word) || WordCase.looksInflected(word)));
            if (told && WORD.matcher(word).matches()) {
                lines.add(word + "\t" + form.code());
            }
        });
        return String.join("\n", lines);
    }

    private static WordCase.Form form(int[] count) {
        int all = count[LOWER] + count[UPPER];
        if (count[LOWER] > RARELY * all) {
            boolean before = isMostlyUpper(count[LOWER_BEFORE_NAME], count[UPPER_BEFORE_NAME]);
            boolean after = isMostlyUpper(count[LOWER_AFTER_NAME], count[UPPER_AFTER_NAME]);
            if (before) {
                return after ? WordCase.Form.LOWER_UNLESS_BESIDE_NAME : WordCase.Form.LOWER_UNLESS_NAME_FOLLOWS;
            }
            return after ? WordCase.Form.LOWER_UNLESS_NAME_PRECEDES : WordCase.Form.LOWER;
        }
        return count[ALL_CAPITALS] > MOSTLY * all && all >= LEAST_SEEN
                ? WordCase.Form.ACRONYM
                : WordCase.Form.CAPITALISED;
    }

    private static boolean isMostlyUpper(int lower, int upper) {
        return lower + upper >= LEAST_SEEN && upper > MOSTLY * (lower + upper);
    }
}
