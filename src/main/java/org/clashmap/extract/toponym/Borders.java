package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.extract.toponym.NameScanner.Found;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/** Adjectives of countries that say whose border is meant: "the Syrian-Turkish border", "украинско-российской границе". */
final class Borders {
    private Borders() {}

    /** True when "border" stands right beside an adjective, and not before "guards" or "police". */
    static boolean isOfBorder(ScannedSentence sentence, Found found) {
        int next = found.last() + 1;
        if (sentence.is("border_noun", next)) {
            return !sentence.is("border_people", next + 1);
        }
        int before = found.first() - 1;
        return nounComesFirst(sentence.language())
                && (sentence.is("border_noun", before)
                        || (sentence.is("border_noun", before - 1) && isDemonymAt(sentence, before, found)));
    }

    private static boolean nounComesFirst(Language language) {
        return language == Language.AR || language == Language.FR || language == Language.ES;
    }

    /** In "الحدود السورية التركية" both adjectives belong to the noun: they agree in their ending. */
    private static boolean isDemonymAt(ScannedSentence sentence, int before, Found found) {
        String own = sentence.word(found.last());
        String other = sentence.word(before);
        return sentence.language() == Language.AR && own.endsWith("ية") && other.endsWith("ية");
    }

    /** The two peoples of a word such as "Sudanese-Chadian" or "українсько-російському" before "border"; else none. */
    static List<Found> peoples(int at, KnownNames known, ScannedSentence sentence) {
        Token token = sentence.tokens().get(at);
        int hyphen = token.text().indexOf('-');
        boolean beside = sentence.is("border_noun", at + 1)
                || (nounComesFirst(sentence.language()) && sentence.is("border_noun", at - 1));
        if (!token.isWord() || hyphen <= 0 || !beside) {
            return List.of();
        }
        int middle = token.start() + hyphen;
        Span left = new Span(token.start(), middle);
        Span right = new Span(middle + 1, token.end());
        Language language = sentence.language();
        List<Found> both = new ArrayList<>();
        known.findByDemonym(left.of(sentence.text()), language)
                .or(() -> known.findByFirstHalf(left.of(sentence.text()), language))
                .ifPresent(country -> both.add(SentenceScan.demonym(at, at, left, country)));
        known.findByDemonym(right.of(sentence.text()), language)
                .ifPresent(country -> both.add(SentenceScan.demonym(at, at, right, country)));
        return both.size() == 2 ? both : List.of();
    }
}
