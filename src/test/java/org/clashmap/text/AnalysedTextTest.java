package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysedTextTest {
    @Test
    void titlesInitialsAndAbbreviationsDoNotEndASentence() {
        assertEquals(
                List.of("Mr. J. Smith spoke on Jan. 5 in the U.S. capital.", "Then he left."),
                sentences("Mr. J. Smith spoke on Jan. 5 in the U.S. capital. Then he left.", Language.EN));
        assertEquals(
                List.of("У с. Зелене Донецької обл. було тихо.", "Бої тривали далі."),
                sentences("У с. Зелене Донецької обл. було тихо. Бої тривали далі.", Language.UK));
    }

    @Test
    void closingQuotesBelongToTheirSentence() {
        assertEquals(
                List.of("“We hold the town.”", "He said no more."),
                sentences("“We hold the town.” He said no more.", Language.EN));
    }

    @Test
    void headingWithoutAStopIsASentenceOfItsOwn() {
        assertEquals(
                List.of("Market shelled", "Two people died in Zelene."),
                sentences("Market shelled\n\nTwo people died in Zelene.", Language.EN));
    }

    @Test
    void hardWrappedLinesGoOn() {
        assertEquals(
                List.of("The guns fell silent\nat noon."), sentences("The guns fell silent\nat noon.", Language.EN));
    }

    @Test
    void wordsKeepInnerApostrophesAndHyphensAndLoseThePossessive() {
        AnalysedText text = AnalysedText.of("Russia’s troops left Куп'янськ for al-Bab in the north-west", Language.EN);
        assertEquals(
                List.of("Russia", "’s", "troops", "left", "Куп'янськ", "for", "al-Bab", "in", "the", "north-west"),
                text.sentences().getFirst().tokens().stream().map(Token::text).toList());
    }

    @Test
    void codePointsCountAstralLettersOnce() {
        CodePoints codePoints = CodePoints.of("a😀b");
        assertEquals(2, codePoints.fromUnits(3));
        assertEquals(3, codePoints.toUnits(2));
        assertEquals(3, codePoints.fromUnits(4));
    }

    private static List<String> sentences(String text, Language language) {
        return AnalysedText.of(text, language).sentences().stream()
                .map(s -> s.span().of(text))
                .toList();
    }
}
