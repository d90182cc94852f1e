package org.clashmap.extract.toponym;

import org.clashmap.text.Language;

/** Buildings and works called after the place they stand in: "Mariupol Drama Theatre", "Kyiv TV tower" (English). */
final class Buildings {
    private static final int LONGEST = 4;

    private Buildings() {}

    /** Where the noun stands that makes a name a building's: what stands there is named with its place. -1 for none. */
    static int noun(ScannedSentence sentence, NameScanner.Found found) {
        boolean goesOn = found.first() > 1
                && sentence.isCapitalised(found.first() - 1)
                && sentence.isAdjacent(found.first() - 1);
        if (sentence.language() != Language.EN
                || goesOn
                || found.matches().stream().anyMatch(m -> m.place().feature().isCountry())) {
            return -1;
        }
        int end = Math.min(sentence.tokens().size() - 1, found.last() + LONGEST);
        for (int at = found.last() + 1; at <= end; at++) {
            if (!sentence.isAdjacent(at - 1)) {
                return -1;
            }
            if (sentence.is("building_noun", at)) {
                boolean longer = sentence.word(at + 1).equals("of") || sentence.is("organisation_noun", at + 1);
                return longer ? -1 : at;
            }
            if (!sentence.isCapitalised(at) && !sentence.word(at).equals(".")) {
                return -1;
            }
        }
        return -1;
    }
}
