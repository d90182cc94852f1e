package org.clashmap.extract.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.SpeechMention.Evidence;
import org.clashmap.extract.SpeechMention.Standing;
import org.clashmap.extract.actor.ActorReader;
import org.clashmap.extract.actor.ActorSetting;
import org.clashmap.extract.actor.ActorWorld;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpeechReaderTest {
    private static final ActorReader ACTORS = new ActorReader(new ActorWorld());

    static Stream<String> sentencesOfTheTable() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/extract/actor-cases/speech.tsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("sentencesOfTheTable")
    void readsWhoSaysWhatIn(String line) {
        String[] cells = line.split("\t", -1);
        String text = cells[1];
        List<String> found = read(text, Language.find(cells[0]).orElseThrow()).stream()
                .map(mention -> String.join(
                        " | ",
                        mention.speaker().name(),
                        cells[3].equals("-")
                                ? "-"
                                : String.valueOf(mention.speaker().party()),
                        mention.stance().name(),
                        mention.speaker().standing().name(),
                        mention.content().of(text),
                        mention.saidOn() == null ? "-" : mention.saidOn().of(text)))
                .toList();
        String wanted = String.join(" | ", cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
        assertTrue(found.contains(wanted), () -> "wanted " + wanted + "\nfound  " + String.join("\n       ", found));
    }

    @Test
    void quotationThatGoesOnBelongsToItsSpeaker() {
        String text = """
                “The shelling began before sunrise,” Dr Lina Haddad said. “We ran to the cellar with the children.

                “When we came out the street was gone,” she added. Soldiers searched the houses.""";
        List<SpeechMention> speech = read(text, Language.EN);
        for (String words : List.of("shelling began", "ran to the cellar", "street was gone")) {
            int at = text.indexOf(words);
            assertTrue(
                    speech.stream()
                            .anyMatch(mention -> mention.content().contains(new Span(at, at + words.length()))
                                    && mention.speaker().name().contains("Haddad")),
                    words);
        }
        int narrated = text.indexOf("Soldiers");
        assertTrue(speech.stream().noneMatch(mention -> mention.content().contains(new Span(narrated, narrated + 8))));
    }

    @Test
    void missingProofIsKeptWithTheClaim() {
        String text = "The army said it had killed forty rebels, without providing evidence.";
        assertEquals(Evidence.NONE_GIVEN, read(text, Language.EN).getFirst().evidence());
    }

    @Test
    void unverifiedReportIsTheNarratorsWord() {
        SpeechMention mention = read("The number of dead could not be independently verified.", Language.EN)
                .getFirst();
        assertEquals(Standing.NARRATOR, mention.speaker().standing());
        assertEquals(Evidence.UNVERIFIED, mention.evidence());
    }

    @Test
    void headingOfABulletinGovernsAllOfIt() {
        String text = "Зведення Генштабу ЗСУ. Ворог атакував тричі. Бої тривають.";
        SpeechMention heading = read(text, Language.UK).getFirst();
        assertEquals("General Staff of Ukraine", heading.speaker().name());
        assertEquals("Ворог атакував тричі. Бої тривають.", heading.content().of(text));
    }

    @Test
    void passiveAndInfinitiveAreNoSayings() {
        assertEquals(List.of(), read("No strikes were reported. The guards refused to say more.", Language.EN));
    }

    @Test
    void emptyTextHasNoSpeech() {
        assertEquals(List.of(), read("", Language.EN));
        assertEquals(List.of(), read("said said said ; : , “ ” «", Language.EN));
    }

    private static List<SpeechMention> read(String text, Language language) {
        AnalysedText analysed = AnalysedText.of(text, language);
        return SpeechReader.read(analysed, ACTORS.read(analysed, new ActorSetting(2025, Optional.empty())));
    }
}
