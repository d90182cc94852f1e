package org.clashmap.extract.toponym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.junit.jupiter.api.Test;

/** On an invented article: the model learnt from other articles must help, and never where words of place stand. */
class NameJudgeTest {
    private static final String ARTICLE = """
            The council met on Tuesday night in Springfield to talk about the new bridge. Warren, who owns two shops on
            the square, said the plan would cost too much. Marshall said he would ask for a second opinion, and the vote
            was put off. "We cannot pay for it," Hudson said. Residents fleeing from Aleppo to Tawila told reporters that the road was closed. The work
            is to begin in June in Dayton and near Kramatorsk, officials said, if the money comes in on time this year.
            """;

    private final ToponymReader reader = new ToponymReader(Geodata.shared());

    @Test
    void surnamesThatAreTownsAreNoPlacesAndPlacesStay() {
        AnalysedText text = AnalysedText.of(ARTICLE, Language.EN);
        assertTrue(literals(reader.readByRules(text)).containsAll(List.of("Marshall", "Hudson")));
        List<String> judged = literals(reader.read(text));
        assertFalse(judged.contains("Marshall") || judged.contains("Hudson"), judged::toString);
        assertTrue(
                judged.containsAll(List.of("Springfield", "Aleppo", "Tawila", "Dayton", "Kramatorsk")),
                judged::toString);
    }

    @Test
    void shortTextsAndOtherLanguagesAreLeftToTheRules() {
        for (AnalysedText text : List.of(
                AnalysedText.of("Marshall was shelled.", Language.EN),
                AnalysedText.of("У Краматорську та Слов'янську тихо. ".repeat(20), Language.UK))) {
            List<ToponymMention> mentions = reader.readByRules(text);
            assertEquals(mentions, NameJudge.judge(text, mentions));
        }
    }

    @Test
    void sameArticlesGiveTheSameModel() {
        assertEquals(learnt(), learnt());
        assertTrue(learnt().contains("\nbias\t"));
    }

    private static String learnt() {
        NameModelLearner learner = new NameModelLearner(Geodata.shared());
        AnalysedText text = AnalysedText.of(ARTICLE, Language.EN);
        int town = ARTICLE.indexOf("Springfield");
        learner.add(text, List.of(new Span(town, town + "Springfield".length())));
        return learner.learn();
    }

    private static List<String> literals(List<ToponymMention> mentions) {
        return mentions.stream()
                .filter(ToponymMention::isLiteral)
                .map(ToponymMention::text)
                .toList();
    }
}
