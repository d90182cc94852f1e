package org.clashmap.extract.toponym;

import org.clashmap.text.Language;

/**
 * What stands before a name once articles, modifiers and "the village of" are passed over.
 *
 * @param index of the word that is reached, -1 before the first
 * @param word itself, empty before the first
 * @param settlement a noun such as "village" was passed
 * @param territory a noun such as "outskirts" or "north" was passed
 * @param government the name belongs to "government", "authorities" or the like
 */
record WordsBefore(int index, String word, boolean settlement, boolean territory, boolean government) {
    private static final int FARTHEST = 8;

    static WordsBefore of(ScannedSentence sentence, NameScanner.Found found) {
        int first = found.first();
        String written = writtenOn(sentence, found);
        if (!written.isEmpty()) {
            return new WordsBefore(first - 1, written, false, false, false);
        }
        boolean settlement = false;
        boolean territory = false;
        boolean government = false;
        boolean english = sentence.language() == Language.EN;
        int at = first - 1;
        while (at >= 0 && at >= first - FARTHEST) {
            boolean isSettlement = sentence.is("settlement_noun", at);
            boolean isTerritory = sentence.is("territory_noun", at);
            boolean belongs = sentence.is("of", at + 1);
            if (sentence.is("of", at)) {
                government |= sentence.is("government_noun", at - 1);
                if (!english && sentence.is("locative", at - 1)) {
                    // "Près de", "cerca de".
                    at--;
                    break;
                }
                if (!isUnit(sentence, at - 1)) {
                    break;
                }
            } else if (!(isSettlement
                    || sentence.is("modifier", at)
                    || (isTerritory && belongs)
                    || isUnit(sentence, at))) {
                break;
            }
            settlement |= isSettlement;
            territory |= isTerritory && (belongs || !hasOf(sentence.language()));
            at--;
        }
        government |= sentence.is("government_noun", at - 1) && sentence.is("locative", at);
        government |= !english && sentence.is("government_noun", first - 1);
        return new WordsBefore(at, sentence.word(at), settlement, territory, government);
    }

    /** Languages with a word for "of"; in the others the noun stands right before the name. */
    private static boolean hasOf(Language language) {
        return language == Language.EN || language == Language.FR || language == Language.ES;
    }

    /** "In" and "to" that Arabic writes on to the name itself; empty where there is none. */
    private static String writtenOn(ScannedSentence sentence, NameScanner.Found found) {
        if (sentence.language() != Language.AR) {
            return "";
        }
        String letters = sentence.text()
                .substring(
                        sentence.tokens().get(found.first()).start(),
                        found.span().start());
        return letters.contains("ب") ? "في" : letters.contains("ل") ? "إلى" : "";
    }

    private static boolean isUnit(ScannedSentence sentence, int index) {
        return sentence.is("settlement_noun", index)
                || sentence.is("territory_noun", index)
                || sentence.is("admin1_noun", index)
                || sentence.is("admin2_noun", index);
    }
}
