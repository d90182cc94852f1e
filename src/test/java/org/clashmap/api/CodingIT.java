package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.event.EventQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Texts sent to a real server to be coded or searched for toponyms, and places asked for by name. */
class CodingIT {
    private static final String JSON = "application/json";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void codedTextGivesEventsAndStoresNothing() {
        HttpResponse<String> answer = server.post("/api/code", JSON, """
                {"id":"7","published":"2025-09-17","text":"Russian artillery shelled the town of Kupiansk on Tuesday."}
                """);
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode document = TestServer.json(answer);
        assertEquals("7", document.path("id").asString());
        JsonNode event = document.path("events").path("features").path(0);
        assertEquals(
                "Shelling/artillery/missile attack",
                event.path("properties").path("sub_event_type").asString());
        assertEquals(0, server.store().count(EventQuery.all()));
    }

    @Test
    void toponymOffsetsAreCodePoints() {
        HttpResponse<String> answer =
                server.post("/api/geoparse", JSON, "{\"id\":\"x\",\"text\":\"💥 Fighting near Kupiansk.\"}");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode toponym = TestServer.json(answer).path("toponyms").path(0);
        assertEquals("Kupiansk", toponym.path("text").asString());
        assertEquals(16, toponym.path("start").asInt());
        assertEquals(24, toponym.path("end").asInt());
        assertEquals("literal", toponym.path("role").asString());
        assertEquals("resolved", toponym.path("resolution").asString());
        assertEquals("UA", toponym.path("place").path("country").asString());
    }

    @Test
    void geoparseTellsPhrasesReasonsAndTimings() {
        HttpResponse<String> answer = server.post("/api/geoparse", JSON, """
                {"text":"Shells fell 10 km north-west of Izium and between Kupiansk and Vovchansk in Kharkiv region."}
                """);
        JsonNode document = TestServer.json(answer);
        assertEquals("en", document.path("language").asString());
        JsonNode offset = document.path("phrases").path(0);
        assertEquals("offset", offset.path("relation").asString(), answer.body());
        assertEquals(10_000, offset.path("distance_m").asDouble());
        assertEquals(315, offset.path("bearing_deg").asDouble());
        assertEquals(List.of(0), integers(offset.path("toponyms")));
        assertEquals(1, offset.path("locations").size());
        assertTrue(offset.path("locations").path(0).path("uncertainty_m").asInt() > 0);
        JsonNode between = document.path("phrases").path(1);
        assertEquals("between", between.path("relation").asString(), answer.body());
        assertEquals(List.of(1, 2), integers(between.path("toponyms")));
        JsonNode izium = document.path("toponyms").path(0);
        assertFalse(izium.path("candidates").path(0).path("reasons").isEmpty(), izium::toString);
        JsonNode timings = document.path("timings");
        double steps = timings.path("recognition_ms").asDouble()
                + timings.path("resolution_ms").asDouble();
        assertTrue(steps > 0 && steps <= timings.path("total_ms").asDouble() + 0.001, timings::toString);
    }

    private static List<Integer> integers(JsonNode list) {
        return list.valueStream().map(JsonNode::asInt).toList();
    }

    @Test
    void countryIsEvidenceAndMayBeACodeOrAName() {
        for (String country : List.of("SY", "sy", "Syria", "Сирія")) {
            HttpResponse<String> answer = server.post(
                    "/api/geoparse", JSON, "{\"text\":\"Fighting in Tripoli.\",\"country\":\"" + country + "\"}");
            assertEquals(200, answer.statusCode(), answer.body());
        }
        HttpResponse<String> unknown =
                server.post("/api/geoparse", JSON, "{\"text\":\"Fighting.\",\"country\":\"Atlantis\"}");
        assertEquals(400, unknown.statusCode());
        assertEquals("application/problem+json", TestServer.header(unknown, "Content-Type"));
        assertTrue(TestServer.json(unknown).path("detail").asString().contains("Atlantis"), unknown.body());
    }

    @Test
    void spansAreResolvedExactly() {
        HttpResponse<String> answer = server.post("/api/geoparse", JSON, """
                {"text":"Kupiansk, Izium and Kharkiv.","spans":[{"start":10,"end":15}]}
                """);
        JsonNode toponyms = TestServer.json(answer).path("toponyms");
        assertEquals(1, toponyms.size(), answer.body());
        assertEquals("Izium", toponyms.path(0).path("text").asString());
    }

    @Test
    void bareTextTakesItsDateFromTheQuery() {
        HttpResponse<String> answer = server.post(
                "/api/code?published=2025-09-17&lang=en",
                "text/plain; charset=utf-8",
                "Russian artillery shelled the town of Kupiansk on Tuesday.");
        JsonNode event = TestServer.json(answer).path("events").path("features").path(0);
        assertEquals("2025-09-16", event.path("properties").path("event_date").asString(), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | not a JSON object",
                "[] | not a JSON object",
                "{} | \"text\" is missing",
                "{\"text\":7} | not a string",
                "{\"text\":\" \"} | empty",
                "{\"text\":\"a\",\"published\":\"April 8\"} | April 8",
                "{\"text\":\"a\",\"published\":\"2025-02-30\"} | YYYY-MM-DD",
                "{\"text\":\"a\",\"lang\":\"tlh\"} | en, uk, ru, ar, fr or es",
                "{\"text\":\"abc\",\"spans\":[{\"start\":1,\"end\":9}]} | 3 code points",
            })
    void unreadableBodyIsAProblemThatSaysWhy(String body, String expected) {
        HttpResponse<String> answer = server.post("/api/geoparse", JSON, body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", TestServer.header(answer, "Content-Type"));
        String detail = TestServer.json(answer).path("detail").asString();
        assertTrue(detail.contains(expected), detail);
    }

    @Test
    void halfASurrogatePairIsNoFailureAndMovesNoOffset() {
        HttpResponse<String> answer =
                server.post("/api/geoparse", JSON, "{\"text\":\"\\ud83d Fighting near Kupiansk.\"}");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                16,
                TestServer.json(answer).path("toponyms").path(0).path("start").asInt());
    }

    @Test
    void bodyOverTheLimitIsRefusedWithTheLimit() {
        HttpResponse<String> answer = server.post("/api/code", "text/plain", "a".repeat(Coding.LARGEST_BODY_BYTES + 1));
        assertEquals(413, answer.statusCode());
        assertEquals(
                Coding.LARGEST_BODY_BYTES,
                TestServer.json(answer).path("limit_bytes").asInt());
    }

    @Test
    void otherMediaTypeAndOtherEncodingAreRefused() {
        assertEquals(415, server.post("/api/code", "application/pdf", "%PDF").statusCode());
        HttpResponse<String> answer = server.send(server.request("/api/code")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xCA, (byte) 0xE8, (byte) 0xE5}))
                .build());
        assertEquals(400, answer.statusCode());
        assertTrue(TestServer.json(answer).path("detail").asString().contains("UTF-8"), answer.body());
    }
}
