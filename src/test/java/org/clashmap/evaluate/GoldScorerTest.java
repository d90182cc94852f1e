package org.clashmap.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Codes the invented report g02 by its own gold, changed in one thing at a time. */
class GoldScorerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path GOLD = Path.of("src/test/resources/gold/g02.json");

    @Test
    void theGoldItselfScoresFull() {
        Scorecard.Section scores = score(root -> {});
        for (String metric :
                List.of("event_f1", "required_recall", "sub_type", "window", "fatalities", "default_map_marks")) {
            assertEquals(1, value(scores, metric), metric);
        }
        assertEquals(0, value(scores, "trap_rate"));
        assertEquals(0, value(scores, "forbidden_points"));
    }

    @Test
    void aMissedEventCostsRecallOnly() {
        Scorecard.Section scores = score(root -> features(root).remove(0));
        assertEquals(1, value(scores, "event_precision"));
        assertEquals(2.0 / 3, value(scores, "event_recall"), 1e-9);
    }

    @Test
    void aPointBeyondTheToleranceDoesNotMatch() {
        Scorecard.Section scores = score(root -> move(root, 0, 36.8, 49.8354));
        assertEquals(2.0 / 3, value(scores, "event_f1"), 1e-9);
    }

    @Test
    void aPointWithinTheToleranceMatches() {
        assertEquals(1, value(score(root -> move(root, 0, 36.75, 49.8354)), "event_f1"));
    }

    @Test
    void aDefaultMapEventWithoutAPointDoesNotMatch() {
        Scorecard.Section scores = score(root -> unlocate(root, 0));
        assertEquals(2.0 / 3, value(scores, "event_recall"), 1e-9);
        assertEquals(0, value(scores, "default_map_marks"));
    }

    @Test
    void offTheDefaultMapAMissingPointMayMatch() {
        Scorecard.Section scores = score(root -> unlocate(root, 2));
        assertEquals(1, value(scores, "event_f1"));
    }

    @Test
    void aWindowOneDayOffMatchesWithinTheToleranceButIsNotExact() {
        Scorecard.Section scores = score(root -> properties(root, 0).put("date_start", "2024-09-18"));
        assertEquals(1, value(scores, "event_f1"));
        assertEquals(2.0 / 3, value(scores, "window"), 1e-9);
    }

    @Test
    void anotherEventTypeDoesNotMatch() {
        Scorecard.Section scores =
                score(root -> properties(root, 0).put("event_type", "Battles").put("sub_event_type", "Armed clash"));
        assertEquals(2.0 / 3, value(scores, "event_f1"), 1e-9);
    }

    @Test
    void anUnmatchedMarkThatRestsOnATrapCounts() {
        Scorecard.Section scores = score(root -> {
            JsonNode trap = root.path("not_events").path(0);
            ObjectNode evidence = (ObjectNode)
                    properties(root, 0).path("sources").path(0).path("evidence").path(0);
            evidence.put("start", trap.path("start").asInt())
                    .put("end", trap.path("end").asInt());
            move(root, 0, 36.2527, 49.9808);
        });
        assertEquals(0.25, value(scores, "trap_rate"));
        assertEquals(1, value(scores, "forbidden_points"));
    }

    @Test
    void aVagueSymbolMayStandInAForbiddenCircle() {
        Scorecard.Section scores = score(root -> {
            properties(root, 0).put("uncertainty_m", 30_000);
            move(root, 0, 36.2527, 49.9808);
        });
        assertEquals(0, value(scores, "forbidden_points"));
    }

    private static Scorecard.Section score(Consumer<ObjectNode> change) {
        ObjectNode changed = read();
        change.accept(changed);
        List<Event> events = changed.path("events")
                .path("features")
                .valueStream()
                .map(EventJson::read)
                .toList();
        GoldScorer scorer = new GoldScorer(report -> events);
        scorer.add(GoldReport.parse(read()));
        return scorer.section();
    }

    private static ObjectNode read() {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(GOLD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static tools.jackson.databind.node.ArrayNode features(ObjectNode root) {
        return (tools.jackson.databind.node.ArrayNode) root.path("events").path("features");
    }

    private static ObjectNode properties(ObjectNode root, int index) {
        return (ObjectNode) features(root).get(index).path("properties");
    }

    private static void move(ObjectNode root, int index, double lon, double lat) {
        ObjectNode geometry = (ObjectNode) features(root).get(index).path("geometry");
        geometry.putArray("coordinates").add(lon).add(lat);
        properties(root, index).put("longitude", lon).put("latitude", lat);
    }

    private static void unlocate(ObjectNode root, int index) {
        ((ObjectNode) features(root).get(index)).putNull("geometry");
        properties(root, index).putNull("longitude").putNull("latitude");
    }

    private static double value(Scorecard.Section section, String metric) {
        return section.find(metric).orElseThrow().value();
    }
}
