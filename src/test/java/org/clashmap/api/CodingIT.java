package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
                "{\"text\":\"a\",\"lang\":\"tlh\"} | en, uk or ru",
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
