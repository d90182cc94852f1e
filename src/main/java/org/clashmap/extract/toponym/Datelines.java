package org.clashmap.extract.toponym;

import org.clashmap.text.Token;

/** "KYIV, Monday 5 May 2025.", "PORT SUDAN (AP) —", "Lima, 3 Jan 90 (EFE) --": opens a report before a date or dash. */
final class Datelines {
    /** Tokens after the name: date, agency, dash. */
    private static final int LONGEST = 18;

    private static final int LONGEST_WITHOUT_DATE = 7;
    private static final int FARTHEST_DATE = 3;

    private Datelines() {}

    static boolean isDateline(ScannedSentence sentence, NameScanner.Found found) {
        boolean capitals = sentence.isAllCapitals(0);
        if (found.first() != 0 || (sentence.index() > 0 && !capitals)) {
            return false;
        }
        boolean dated = false;
        int end = Math.min(sentence.tokens().size(), found.last() + LONGEST);
        for (int i = found.last() + 1; i < end; i++) {
            String word = sentence.word(i);
            if (word.equals("—") || word.equals("–") || word.equals("--")) {
                return dated || i <= found.last() + LONGEST_WITHOUT_DATE;
            }
            if (word.equals("-") && sentence.word(i - 1).equals(")")) {
                return true;
            }
            if (i == found.last() + 1 && !(word.equals(",") || word.equals("(") || word.equals("-"))) {
                return false;
            }
            if (sentence.tokens().get(i).kind() == Token.Kind.NUMBER && !dated) {
                if (i + 3 >= sentence.tokens().size() || capitals) {
                    return true;
                }
                if (i > found.last() + FARTHEST_DATE) {
                    return false;
                }
                dated = true;
            }
        }
        return false;
    }
}
