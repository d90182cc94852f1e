package org.clashmap.extract.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clashmap.extract.ActorMention;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActorReaderTest {
    private static final ActorReader READER = new ActorReader(new ActorWorld());

    static Stream<String> sentencesOfTheTable() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/extract/actor-cases/mentions.tsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("sentencesOfTheTable")
    void readsTheActorsOf(String line) {
        String[] cells = line.split("\t", -1);
        Optional<String> focus = Optional.of(cells[1]).filter(cell -> !cell.equals("-"));
        List<ActorMention> mentions = read(cells[2], Language.find(cells[0]).orElseThrow(), focus);
        List<String> found = new ArrayList<>();
        for (ActorMention mention : mentions) {
            String associate = mention.associate() == null ? "" : " + " + mention.associate();
            found.add(mention.span().of(cells[2]) + " = " + mention.actor().name() + associate);
        }
        for (String expected : cells[3].split(";", -1)) {
            String wanted = expected.strip();
            if (wanted.startsWith("~")) {
                assertTrue(
                        found.stream().noneMatch(one -> one.startsWith(wanted.substring(1))), () -> "found " + found);
            } else {
                assertTrue(found.contains(wanted), () -> "wanted " + wanted + ", found " + found);
            }
        }
    }

    @Test
    void mentionsAreInOrderAndDoNotOverlap() {
        String text =
                "Ukrainian president Zelensky said Russian drones and North Korean soldiers hit the Ukrainian army.";
        List<ActorMention> mentions = read(text, Language.EN, Optional.empty());
        for (int i = 1; i < mentions.size(); i++) {
            assertTrue(
                    mentions.get(i - 1).span().end() <= mentions.get(i).span().start());
        }
    }

    @Test
    void yearPicksTheGovernmentTheForcesServed() {
        AnalysedText text = AnalysedText.of("Syrian troops shelled the town.", Language.EN);
        assertEquals(
                "Military Forces of Syria (2000-2024)",
                READER.read(text, new ActorSetting(2019, Optional.empty()))
                        .getFirst()
                        .actor()
                        .name());
        assertEquals(
                "Military Forces of Syria (2024-)",
                READER.read(text, new ActorSetting(2025, Optional.empty()))
                        .getFirst()
                        .actor()
                        .name());
    }

    @Test
    void armyIsTheOneNamedInTheSentenceBefore() {
        String text = "Israeli tanks entered the suburb. The army did not comment.";
        assertEquals(
                "Military Forces of Israel (2022-)",
                read(text, Language.EN, Optional.of("PS")).getLast().actor().name());
    }

    @Test
    void emptyAndMeaninglessTextsHaveNoActors() {
        assertEquals(List.of(), read("", Language.EN, Optional.empty()));
        assertEquals(List.of(), read("12 34 ... \n\n ???", Language.RU, Optional.empty()));
    }

    private static List<ActorMention> read(String text, Language language, Optional<String> focus) {
        return READER.read(AnalysedText.of(text, language), new ActorSetting(2025, focus));
    }
}
