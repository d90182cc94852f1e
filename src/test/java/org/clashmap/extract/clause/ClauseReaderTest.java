package org.clashmap.extract.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import org.clashmap.extract.table.WordClasses;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

class ClauseReaderTest {
    @Test
    void speakerAndDayOfSayingStandApart() {
        assertEquals(
                "A shell hit a school in Marhanets at noon",
                clauseOf("A shell hit a school in Marhanets at noon, the mayor said on Tuesday.", "hit"));
    }

    @Test
    void contentStartsAfterAVerbOfSaying() {
        assertEquals(
                "the column crossed the river near Lyman",
                clauseOf("The colonel said the column crossed the river near Lyman.", "crossed"));
    }

    @Test
    void joinedClausesWithTheirOwnVerbsAreApart() {
        assertNotEquals(
                clauseOf("Rebels shelled Goma and police arrested a man in Bukavu.", "shelled"),
                clauseOf("Rebels shelled Goma and police arrested a man in Bukavu.", "arrested"));
    }

    @Test
    void joinedNamesStayTogether() {
        assertEquals(
                "Clashes occurred near Kadugli and Dilling",
                clauseOf("Clashes occurred near Kadugli and Dilling.", "occurred"));
    }

    @Test
    void clauseGoesOnAfterAnInsertedOne() {
        String sentence = "A drone, which the army had launched, hit a mill in Izium.";
        assertEquals("A drone, which the army had launched, hit a mill in Izium", clauseOf(sentence, "hit"));
        assertEquals("which the army had launched", clauseOf(sentence, "launched"));
    }

    @Test
    void conditionEndsAtItsComma() {
        assertEquals("we will leave", clauseOf("If the militia enters Ocala, we will leave.", "leave"));
    }

    @Test
    void participlesStayWithTheirVerb() {
        assertEquals(
                "A mine exploded in Sumy, killing a sapper",
                clauseOf("A mine exploded in Sumy, killing a sapper.", "killing"));
    }

    @Test
    void ukrainianSpeakerStandsApart() {
        assertEquals(
                "Дрон влучив у склад у Сумах",
                clause("Дрон влучив у склад у Сумах, повідомив голова області.", "влучив", Language.UK));
    }

    @Test
    void russianContentStandsApart() {
        assertEquals(
                "что ночью обстреляли Шуши",
                clause("Министр заявил, что ночью обстреляли Шуши.", "обстреляли", Language.RU));
    }

    private static String clauseOf(String sentence, String word) {
        return clause(sentence, word, Language.EN);
    }

    private static String clause(String text, String word, Language language) {
        WordClasses words = WordClasses.load("extract/triggers/" + language.code() + "/words");
        ClauseReader reader = new ClauseReader(new ClauseGrammar(language, words, Set.of()));
        ClauseSentence sentence =
                reader.read(AnalysedText.of(text, language).sentences().getFirst());
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.lower(i).equals(word)) {
                return sentence.clauseAt(i).span().of(text);
            }
        }
        throw new AssertionError("no " + word);
    }
}
