package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.api.access.Role;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts and columns of a real server. */
class EventCountsIT {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(EventSamples.at(
                    "row-" + (100 + i),
                    new LonLat(36 + i * 0.1, 48),
                    LocalDate.of(2025, 4, 1).plusDays(i)));
        }
        events.add(
                EventSamples.over("region", Geodesy.circle(new LonLat(30, 50), 50_000, 16), LocalDate.of(2025, 1, 1)));
        events.add(EventSamples.at("undated", new LonLat(10, 10), null));
        server.add("rep-rows", events, List.of());
        server.add("rep-full", List.of(EventSamples.full()), List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> buckets(JsonNode list) {
        List<String> buckets = new ArrayList<>();
        list.forEach(bucket -> buckets.add(bucket.path("value").asString("null") + " "
                + bucket.path("count").asInt()));
        return buckets;
    }

    @Test
    void monthsAreCountedInTheirOrderAndTheUndatedLast() {
        JsonNode answer = TestServer.json(server.get(EventCounts.PATH + "?by=month"));
        assertEquals("month", answer.path("by").asString());
        assertEquals(List.of("2025-01 1", "2025-04 31", "2025-05 10", "null 1"), buckets(answer.path("buckets")));
        assertEquals(43, answer.path("matched").asInt());
    }

    @Test
    void facetsAreCountedUnderTheConditionsOnTheOthers() {
        JsonNode answer = TestServer.json(
                server.get(EventCounts.PATH + "?by=sub_event_type,year&sub_event_type=Armed%20clash&bbox=35,47,60,49"));
        assertEquals(1, answer.path("matched").asInt());
        JsonNode facets = answer.path("facets");
        assertEquals(
                List.of("Shelling/artillery/missile attack 40", "Armed clash 1"),
                buckets(facets.path("sub_event_type")));
        assertEquals(List.of("2025 1"), buckets(facets.path("year")));
    }

    @Test
    void whatCannotBeCountedIsRefusedWithWhatCan() {
        for (String query : List.of("", "?by=", "?by=colour", "?by=day,", "?by=day&buckets=0", "?by=day&actor=,")) {
            HttpResponse<String> answer = server.get(EventCounts.PATH + query);
            assertEquals(400, answer.statusCode(), query);
            assertTrue(TestServer.json(answer).has("allowed"), answer.body());
        }
    }

    @Test
    void columnsHoldTheSameEventsAsItems() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        server.request(EventColumns.PATH + "?datetime=2025-01-01/..&limit=50")
                                .header("Authorization", "Bearer " + server.token(Role.CONTRIBUTOR))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        ByteBuffer bytes = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x434D4331, bytes.getInt());
        int length = bytes.getInt();
        JsonNode header = new JsonMapper().readTree(new String(answer.body(), 8, length, StandardCharsets.UTF_8));
        int body = (8 + length + 7) / 8 * 8;
        assertEquals(43, header.path("count").asInt());
        JsonNode ids = header.path("ids");
        String[] rows = new String(
                        answer.body(),
                        body + ids.path("offset").asInt(),
                        ids.path("length").asInt(),
                        StandardCharsets.UTF_8)
                .split("\n");
        List<String> items = new ArrayList<>();
        TestServer.json(server.get(EventItems.PATH + "?datetime=2025-01-01/..&limit=50"))
                .path("features")
                .forEach(feature -> items.add(feature.path("id").asString()));
        assertArrayEquals(items.toArray(), rows);
        int region = items.indexOf("region");
        int full = items.indexOf("ev-full");
        assertEquals(Integer.MIN_VALUE, number(header, bytes, body, "lon", region));
        assertTrue(number(header, bytes, body, "west", region) < 30_000_000);
        assertTrue(number(header, bytes, body, "north", region) > 50_000_000);
        assertEquals(1, number(header, bytes, body, "flags", region));
        assertEquals(37_552_712, number(header, bytes, body, "lon", full));
        assertEquals(LocalDate.of(2025, 4, 8).toEpochDay(), number(header, bytes, body, "day", full));
        assertEquals(8000, number(header, bytes, body, "uncertainty", full));
        assertEquals("Army A", word(header, "actor", number(header, bytes, body, "actor1", full)));
        assertEquals("Army B", word(header, "actor", number(header, bytes, body, "actor2", full)));
        assertEquals("Donetsk", word(header, "admin1", number(header, bytes, body, "admin1", full)));
        assertEquals("in_review", word(header, "review_status", number(header, bytes, body, "review_status", full)));
        assertEquals(
                "Armed clash", word(header, "sub_event_type", number(header, bytes, body, "sub_event_type", full)));
        assertEquals(Integer.MIN_VALUE, number(header, bytes, body, "end", items.indexOf("undated")));
    }

    private static String word(JsonNode header, String dictionary, int code) {
        return header.path("dictionaries").path(dictionary).path(code).asString();
    }

    private static int number(JsonNode header, ByteBuffer bytes, int body, String column, int row) {
        for (JsonNode one : header.path("columns")) {
            if (one.path("name").asString().equals(column)) {
                int offset = body + one.path("offset").asInt();
                assertEquals(0, offset % 8, column);
                return switch (one.path("type").asString()) {
                    case "u8" -> bytes.get(offset + row) & 0xFF;
                    case "u16" -> bytes.getShort(offset + 2 * row) & 0xFFFF;
                    default -> bytes.getInt(offset + 4 * row);
                };
            }
        }
        throw new AssertionError("no column " + column + " in " + header);
    }
}
