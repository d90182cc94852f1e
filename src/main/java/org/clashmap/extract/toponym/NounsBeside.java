package org.clashmap.extract.toponym;

import org.clashmap.extract.ExpectedKind;
import org.clashmap.text.Language;

/** What the nouns right beside a name say it is: "Kursk region", "the village of X", "province du Nord-Kivu", "محافظة حلب". */
final class NounsBeside {
    private final ScannedSentence sentence;

    NounsBeside(ScannedSentence sentence) {
        this.sentence = sentence;
    }

    ExpectedKind expected(NameScanner.Found found) {
        if (found.kind() == NameScanner.Found.Kind.DEMONYM) {
            return ExpectedKind.ANY;
        }
        ExpectedKind after = nounFollows() ? fromAfter(found) : ExpectedKind.ANY;
        return after != ExpectedKind.ANY ? after : fromBefore(found.first());
    }

    private boolean nounFollows() {
        return sentence.language() == Language.EN || sentence.language().isSlavic();
    }

    private ExpectedKind fromAfter(NameScanner.Found found) {
        int after = found.last() + 1;
        if (found.kind() == NameScanner.Found.Kind.ADJECTIVE) {
            while (after + 1 < sentence.tokens().size()
                    && (sentence.is("conjunction", after)
                            || sentence.word(after).equals(","))) {
                after += 2;
            }
        }
        if (!isPartOfTitle(after)) {
            if (sentence.is("admin1_noun", after)) {
                return ExpectedKind.ADMIN1;
            }
            if (sentence.is("admin2_noun", after)) {
                return ExpectedKind.ADMIN2;
            }
            if (sentence.is("direction_noun", after)) {
                return ExpectedKind.DIRECTION;
            }
        }
        boolean water =
                sentence.language() == Language.EN && sentence.is("water_noun", after) && sentence.isCapitalised(after);
        return water ? ExpectedKind.WATER : ExpectedKind.ANY;
    }

    /** "Regional Hospital", "State University", "Department of Health": a noun in capitals that a longer title goes on from. */
    private boolean isPartOfTitle(int noun) {
        return sentence.language() == Language.EN
                && sentence.isCapitalised(noun)
                && !sentence.isAllCapitals(noun)
                && (sentence.word(noun + 1).equals("of")
                        || (sentence.isCapitalised(noun + 1) && sentence.isAdjacent(noun)));
    }

    private ExpectedKind fromBefore(int first) {
        return switch (sentence.language()) {
            case EN -> fromBeforeInEnglish(first - 1);
            case UK, RU, AR -> kindOf(first - 1);
            case FR, ES -> kindOf(nounOf(first - 1));
        };
    }

    private ExpectedKind fromBeforeInEnglish(int noun) {
        boolean article = sentence.word(noun).equals("the");
        if (article && sentence.word(noun - 1).equals("of") && isWaterside(noun - 2)) {
            return ExpectedKind.WATER;
        }
        if (!sentence.word(noun).equals("of")) {
            return sentence.is("settlement_noun", noun) && !sentence.is("modifier", noun)
                    ? ExpectedKind.SETTLEMENT
                    : ExpectedKind.ANY;
        }
        return kindOf(noun - 1);
    }

    /** The noun that a name belongs to: "la ville de Bunia", "la rive du fleuve", "el departamento del Cauca". */
    private int nounOf(int at) {
        int noun = at;
        if (sentence.is("article", noun)) {
            noun--;
        }
        if (sentence.is("of", noun)) {
            noun--;
        }
        return sentence.is("side", noun) ? noun - 1 : noun;
    }

    /** A bank, but not the "Bank of Canada". */
    private boolean isWaterside(int noun) {
        return sentence.is("waterside_noun", noun) && !sentence.isCapitalised(noun);
    }

    private ExpectedKind kindOf(int noun) {
        if (isWaterside(noun)) {
            return ExpectedKind.WATER;
        }
        if (sentence.is("water_noun", noun) && !nounFollows()) {
            return ExpectedKind.WATER;
        }
        if (sentence.is("settlement_noun", noun)) {
            return ExpectedKind.SETTLEMENT;
        }
        if (sentence.is("admin1_noun", noun)) {
            return ExpectedKind.ADMIN1;
        }
        if (sentence.is("admin2_noun", noun)) {
            // "У районі П'ятихаток" is near it; a raion's name stands before its noun.
            return sentence.language().isSlavic() ? ExpectedKind.ANY : ExpectedKind.ADMIN2;
        }
        return sentence.is("direction_noun", noun) && !nounFollows() ? ExpectedKind.DIRECTION : ExpectedKind.ANY;
    }
}
