package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.clashmap.api.access.Role;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.publish.Release;
import org.clashmap.event.publish.Rule;
import org.clashmap.event.publish.Rules;
import org.clashmap.event.publish.SecretEvents;
import org.clashmap.store.GeoPackageStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Looks for withheld facts on every way out for readers: each GET route of the API document, by itself and under filters
 * that ask for what is hidden. One event under one rule at a time.
 */
class LeakIT {
    private static final Instant LATER = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ID = "rep-leak-e1";

    /** A path's parameters, so that each route is really asked. */
    private static final Map<String, String> PATH_VALUES =
            Map.of("z", "8", "row", "88", "col", "154", "version", "1", "set", "WebMercatorQuad");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(LATER);
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        InstantSource clock = now::get;
        Path data = Files.createDirectories(folder.resolve("data"));
        server = TestServer.start(folder, GeoPackageStore.open(data, clock), Release.ACCEPTED, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static List<String> marks() {
        return List.copyOf(Rules.standard().rules().keySet());
    }

    private void lay(String mark, String level) {
        server.add("rep-leak", List.of(SecretEvents.marked(ID, mark, level)), List.of());
    }

    /** The address of every GET route, of this event where it names one. */
    private List<String> routes() {
        List<String> paths = new ArrayList<>();
        JsonNode document = TestServer.json(server.get("/api/openapi.json"));
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            // The API's own description is made from routes alone, and its examples hold a day; a stream does not end.
            boolean passedOver =
                    List.of("/api/openapi.json", "/api/docs", "/api/live").contains(path.getKey());
            if (get.isMissingNode() || passedOver) {
                continue;
            }
            String address = path.getKey().replace("{id}", path.getKey().contains("/reports/") ? "rep-leak" : ID);
            for (Map.Entry<String, String> value : PATH_VALUES.entrySet()) {
                address = address.replace("{" + value.getKey() + "}", value.getValue());
            }
            paths.add(address);
        }
        return paths;
    }

    private String bytes(String path) {
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(server.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new String(answer.body(), StandardCharsets.UTF_8)
                    + answer.headers().map();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long matched(String filter) {
        HttpResponse<String> answer = server.get(EventItems.PATH + "?" + filter);
        assertEquals(200, answer.statusCode(), answer.body());
        return TestServer.json(answer).path("numberMatched").asLong();
    }

    @ParameterizedTest
    @MethodSource("marks")
    void noRouteHoldsAWithheldFact(String mark) {
        lay(mark, "public");
        Rule rule = Objects.requireNonNull(Rules.standard().rules().get(mark));
        List<String> paths = routes();
        paths.add(EventItems.PATH + "?map_tier=1,2,3");
        paths.add(EventItems.PATH + "?sortby=-title");
        paths.add(EventItems.PATH + "?filter=" + encode("version = 1"));
        paths.add(EventColumns.PATH + "?map_tier=1,2,3");
        for (String by : List.of("day", "actor", "admin1", "source", "language", "precision")) {
            paths.add(EventCounts.PATH + "?by=" + by);
        }
        assertTrue(matched("map_tier=1,2,3") == 1, "the event itself is shown");
        for (String path : paths) {
            String answer = bytes(path);
            for (String word : SecretEvents.forbidden(rule)) {
                assertFalse(answer.contains(word), mark + ": " + path + " tells " + word + " in " + answer);
            }
        }
    }

    /** A filter that finds an event by what is hidden tells it. */
    @ParameterizedTest
    @MethodSource("marks")
    void noFilterFindsAnEventByAWithheldFact(String mark) {
        lay(mark, "public");
        Rule rule = Objects.requireNonNull(Rules.standard().rules().get(mark));
        for (String word : SecretEvents.forbidden(rule)) {
            if (word.chars().allMatch(Character::isLetter)) {
                assertEquals(0, matched("q=" + word), mark + " q=" + word);
                assertEquals(0, matched("actor=" + word), mark + " actor=" + word);
                String like = encode("title LIKE '%" + word + "%'");
                assertEquals(0, matched("filter=" + like), mark + " " + like);
            }
        }
        Event shown = EventJson.read(TestServer.json(server.get(EventItems.PATH + "/" + ID)));
        if (!SecretEvents.POINT.equals(shown.where().point()) && shown.where().point() != null) {
            // A box around the exact place, too small to hold where it is shown.
            assertEquals(0, matched("bbox=37.5160,48.7343,37.5165,48.7348"), mark);
            String within = encode("latitude > 48.7345 AND latitude < 48.7346");
            assertEquals(0, matched("filter=" + within), mark);
        }
        if (!rule.date().name().equals("DAY")) {
            assertEquals(1, matched("datetime=2025-04-20"), "the month is what is known");
            assertEquals(0, matched("filter=" + encode("event_date = DATE('2025-04-08')")), mark);
        }
    }

    @Test
    void whatIsHeldIsNowhereForReadersAndThereForTheStaff() {
        lay("", "withheld");
        assertEquals(0, matched("map_tier=1,2,3"));
        assertEquals(404, server.get(EventItems.PATH + "/" + ID).statusCode());
        assertEquals(404, server.get("/api/reports/rep-leak").statusCode());
        for (String path : routes()) {
            String answer = bytes(path);
            for (String word : List.of("Streetsecret", "Zorianenko", "Sourcesecret", "37.5162", "37516273")) {
                assertFalse(answer.contains(word), path + " tells " + word);
            }
        }
        String token = server.token(Role.CONTRIBUTOR);
        HttpResponse<String> exact = server.get(EventItems.PATH + "/" + ID, token);
        assertEquals(200, exact.statusCode());
        assertTrue(exact.body().contains("37.516273"), exact.body());
        assertEquals(200, server.get("/api/reports/rep-leak", token).statusCode());
    }

    @Test
    void missingAndHiddenLookTheSame() {
        lay("", "withheld");
        String hidden = server.get(EventItems.PATH + "/" + ID).body().replace(ID, "ID");
        String missing = server.get(EventItems.PATH + "/nobody").body().replace("nobody", "ID");
        assertEquals(missing, hidden);
    }

    @Test
    void delayThatRunsOutShowsWithoutAWriteAndPastEveryCache() {
        now.set(Instant.parse("2025-04-11T23:59:00Z"));
        lay("military_position", "delayed");
        HttpResponse<String> before = server.get(EventItems.PATH);
        assertEquals(0, TestServer.json(before).path("numberMatched").asInt());
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(2)));
        HttpResponse<String> after = server.send(server.request(EventItems.PATH)
                .header("If-None-Match", TestServer.header(before, "ETag"))
                .build());
        assertEquals(200, after.statusCode());
        assertEquals(1, TestServer.json(after).path("numberMatched").asInt());
    }

    @Test
    void reportOfAnEventThatIsHeldBackShowsNoText() {
        lay("children", "public");
        JsonNode report = TestServer.json(server.get("/api/reports/rep-leak"));
        assertTrue(report.path("text").isNull());
        assertTrue(report.path("title").isNull());
        assertFalse(report.path("withheld").asString().isEmpty());
        assertEquals("The Gazette", report.path("publisher").asString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
