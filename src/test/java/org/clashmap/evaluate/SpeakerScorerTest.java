package org.clashmap.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SpeakerScorerTest {
    @Test
    void aWordInCommonOnTheSamePassageIsTheSameSpeaker() throws IOException {
        assertEquals(1, share("Health Ministry of the region", "ministry of health", "asserts"));
    }

    @Test
    void anotherSpeakerOnTheSamePassageIsWrong() throws IOException {
        assertEquals(0, share("army spokesman", "mayor", "asserts"));
    }

    @Test
    void aNameInAnotherScriptIsTakenByItsStance() throws IOException {
        assertEquals(1, share("mayor", "мер міста", "asserts"));
        assertEquals(0, share("mayor", "мер міста", "denies"));
    }

    @Test
    void theSameSpeakerElsewhereInTheTextIsAnotherClaim() throws IOException {
        SpeakerScorer scorer = new SpeakerScorer();
        scorer.add(List.of(new GoldReport.GoldClaim("mayor", "asserts", 500, 520)), event("mayor", "asserts"));
        assertEquals(0, scorer.metric().value());
    }

    private static double share(String gold, String coded, String stance) throws IOException {
        SpeakerScorer scorer = new SpeakerScorer();
        scorer.add(List.of(new GoldReport.GoldClaim(gold, "asserts", 10, 30)), event(coded, stance));
        return scorer.metric().value();
    }

    /** An event of the invented report g02 with one claim on characters 10 to 40. */
    private static Event event(String speaker, String stance) throws IOException {
        ObjectNode root = (ObjectNode)
                JsonMapper.builder().build().readTree(Files.readString(Path.of("src/test/resources/gold/g02.json")));
        ObjectNode feature = (ObjectNode) root.path("events").path("features").path(0);
        ObjectNode claim =
                ((ObjectNode) feature.path("properties")).putArray("claims").addObject();
        claim.put("field", "event").put("speaker", speaker).put("stance", stance);
        claim.put("quote", "said so").put("start", 10).put("end", 40);
        return EventJson.read(feature);
    }
}
