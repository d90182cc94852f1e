package org.clashmap.extract.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clashmap.extract.Act;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.TriggerMention;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.clashmap.text.WordTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerReaderTest {
    private static final TriggerReader READER = new TriggerReader();

    /** Tables of own sentences: sentence, trigger, act, factuality. */
    static Stream<Arguments> sentences() {
        List<Arguments> rows = new ArrayList<>();
        for (Language language : Language.values()) {
            if (!WordTable.exists("extract/triggers/" + language.code() + "/words")) {
                continue;
            }
            for (WordTable.Row row : WordTable.rows("extract/triggers/sentences-" + language.code())) {
                rows.add(Arguments.of(
                        language, row.get(0), row.get(1), Act.valueOf(row.get(2)), Factuality.valueOf(row.get(3))));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{1} [{2}] is {3} {4}")
    @MethodSource("sentences")
    void readsActAndFactuality(Language language, String sentence, String trigger, Act act, Factuality factuality) {
        int at = sentence.indexOf(trigger);
        assertTrue(at >= 0, "the table's trigger stands in its sentence");
        Span wanted = new Span(at, at + trigger.length());
        List<TriggerMention> mentions = READER.read(AnalysedText.of(sentence, language));
        boolean found = mentions.stream()
                .anyMatch(mention ->
                        mention.span().overlaps(wanted) && mention.act() == act && mention.factuality() == factuality);
        assertTrue(found, () -> "read " + mentions);
    }

    @Test
    void everyActIsNamedBySomeRule() {
        Set<Act> missing = EnumSet.allOf(Act.class);
        for (String folder : List.of("extract/triggers/en/", "extract/triggers/uk/", "extract/triggers/ru/")) {
            for (String table : List.of("fire", "ground", "people", "control", "unrest", "politics")) {
                for (WordTable.Row row : WordTable.rows(folder + "acts-" + table)) {
                    List.of(row.get(2).split("/", -1)).stream()
                            .filter(name -> !name.equals("WEAPON"))
                            .forEach(name -> missing.remove(Act.valueOf(name)));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void spansLieWithinTheirClauses() {
        String text = "Drones hit the depot in Sarny, and while crews fought the fire, two rockets landed nearby. "
                + "A strike, which both sides denied, hit a mill; the governor said that nobody was hurt.";
        for (TriggerMention mention : READER.read(AnalysedText.of(text, Language.EN))) {
            assertTrue(mention.clause().contains(mention.span()), mention::toString);
        }
    }

    @Test
    void passiveAndActiveAreToldApart() {
        assertEquals(
                TriggerMention.Form.PASSIVE_VERB,
                only("A teacher was abducted near Bama.").form());
        assertEquals(
                TriggerMention.Form.PASSIVE_VERB, only("Two killed in Sokoto.").form());
        assertEquals(
                TriggerMention.Form.ACTIVE_VERB,
                only("Gunmen abducted a teacher.").form());
        assertEquals(
                TriggerMention.Form.NOUN,
                only("An explosion was heard in Homs.").form());
    }

    @Test
    void hostileTextIsReadInBoundedTime() {
        String endless = "attack not if strikes, which ".repeat(20_000);
        List<TriggerMention> mentions = READER.read(AnalysedText.of(endless, Language.EN));
        assertTrue(mentions.size() >= 20_000);
    }

    @Test
    void emptyTextHasNoTriggers() {
        assertEquals(List.of(), READER.read(AnalysedText.of("", Language.UK)));
    }

    private static TriggerMention only(String text) {
        List<TriggerMention> mentions = READER.read(AnalysedText.of(text, Language.EN));
        assertEquals(1, mentions.size(), mentions::toString);
        return mentions.getFirst();
    }
}
