package org.clashmap.extract.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clashmap.extract.Act;
import org.clashmap.extract.Actor;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.extract.speech.SpeechReader;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActorRolesTest {
    private static final ActorReader ACTORS = new ActorReader(new ActorWorld());

    static Stream<String> sentencesOfTheTable() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/extract/actor-cases/roles.tsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("sentencesOfTheTable")
    void findsWhoDoesItToWhomIn(String line) {
        String[] cells = line.split("\t", -1);
        String text = cells[3].replace("[", "").replace("]", "");
        int from = cells[3].indexOf('[');
        Span span = new Span(from, cells[3].indexOf(']') - 1);
        AnalysedText analysed = AnalysedText.of(text, Language.find(cells[0]).orElseThrow());
        Span clause = analysed.sentenceAt(from).span();
        TriggerMention trigger = new TriggerMention(
                span, clause, Act.valueOf(cells[1]), TriggerMention.Form.valueOf(cells[2]), Factuality.ASSERTED);
        ActorSetting setting = new ActorSetting(2025, Optional.of(cells[4]).filter(cell -> !cell.equals("-")));
        List<ActorMention> mentions = ACTORS.read(analysed, setting);
        List<SpeechMention> speeches = SpeechReader.read(analysed, mentions);
        String found = ActorRoles.of(analysed, trigger, mentions, speeches, setting).stream()
                .map(part -> part.role().wire() + " " + part.actor().name() + (part.inferred() ? " (inferred)" : ""))
                .collect(Collectors.joining("; "));
        assertEquals(cells[5], found);
    }

    @Test
    void interCodeOfAnArmyTellsHomeFromAbroad() {
        Actor army = ActorList.standard().militaryForces("RU", 2025);
        assertEquals(1, ActorList.interCode(army, Optional.of("RU")));
        assertEquals(8, ActorList.interCode(army, Optional.of("UA")));
        assertEquals(1, ActorList.interCode(army, Optional.empty()));
        Actor civilians = ActorList.standard().generic("Civilians", Actor.Category.CIVILIANS, "UA");
        assertEquals(7, ActorList.interCode(civilians, Optional.of("UA")));
    }

    @Test
    void sidesOfUcdpAreGovernmentsAndShortNames() {
        ActorList list = ActorList.standard();
        assertEquals("Government of Ukraine", list.ucdpSide(list.militaryForces("UA", 2025)));
        assertEquals("ELN", list.ucdpSide(new Actor("ELN: National Liberation Army", Actor.Category.REBEL, "CO")));
    }

    @Test
    void opponentIsInferredOnlyInAWarOfThatYearAndPlace() {
        ActorList list = ActorList.standard();
        Actor russia = list.militaryForces("RU", 2025);
        assertEquals(
                Optional.of("Military Forces of Ukraine (2019-)"),
                list.findOpponent(russia, Optional.of("UA"), 2025).map(Actor::name));
        assertEquals(Optional.empty(), list.findOpponent(russia, Optional.of("ML"), 2025));
        assertEquals(Optional.empty(), list.findOpponent(russia, Optional.of("UA"), 2010));
    }
}
