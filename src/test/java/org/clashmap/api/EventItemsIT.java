package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clashmap.api.access.Role;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.event.MapTier;
import org.clashmap.event.merge.Merges;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The events of a real server over a real store: selection, paging, caching, and what is refused. */
class EventItemsIT {
    private static final String ITEMS = EventItems.PATH;
    private static final int ROWS = 25;

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            LonLat point = new LonLat(36 + i * 0.1, 48);
            events.add(EventSamples.at(
                    "row-" + (100 + i), point, LocalDate.of(2025, 4, 1).plusDays(i)));
        }
        events.add(EventSamples.at("fiji-west", new LonLat(179.5, -17), LocalDate.of(2024, 1, 1)));
        events.add(EventSamples.at("fiji-east", new LonLat(-179.5, -17), LocalDate.of(2024, 1, 2)));
        events.add(EventSamples.at("undated", new LonLat(10, 10), null));
        events.add(EventSamples.small(
                "opt-in",
                MapTier.OPT_IN,
                new LonLat(37, 48),
                null,
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2025, 4, 1)));
        server.add("rep-rows", events, List.of());
        server.add("rep-full", List.of(EventSamples.full()), List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pageIsGeoJsonWithCountsAndTime() {
        HttpResponse<String> answer = server.get(ITEMS + "?limit=3");
        JsonNode page = TestServer.json(answer);
        assertEquals(200, answer.statusCode());
        assertEquals("application/geo+json", TestServer.header(answer, "Content-Type"));
        assertEquals("FeatureCollection", page.path("type").asString());
        assertEquals(29, page.path("numberMatched").asInt());
        assertEquals(3, page.path("numberReturned").asInt());
        assertEquals(3, page.path("features").size());
        assertEquals("2026-01-02T03:04:05Z", page.path("timeStamp").asString());
    }

    @Test
    void defaultIsTheDefaultMapAndOtherTiersAreAskedFor() {
        assertTrue(!ids(ITEMS).contains("opt-in"));
        assertEquals(Set.of("opt-in"), new HashSet<>(ids(ITEMS + "?map_tier=2")));
        assertTrue(ids(ITEMS + "?map_tier=1,2,3").contains("opt-in"));
    }

    @Test
    void nextLinksWalkAllMatchesOnceAndKeepTheParameters() {
        List<String> walked = new ArrayList<>();
        Optional<String> page = Optional.of(ITEMS + "?bbox=35,47,40,49&datetime=2025-04-01/..&limit=10");
        int pages = 0;
        while (page.isPresent()) {
            JsonNode answer = TestServer.json(server.get(page.get()));
            answer.path("features")
                    .forEach(feature -> walked.add(feature.path("id").asString()));
            page = link(answer, "next");
            page.ifPresent(next -> assertTrue(next.contains("bbox=35,47,40,49"), next));
            pages++;
        }
        // 25 rows and the full sample, which lies in the box too
        assertEquals(3, pages);
        assertEquals(ROWS + 1, walked.size());
        assertEquals(walked.size(), new HashSet<>(walked).size());
    }

    @Test
    void lastFullPageHasNoNext() {
        assertEquals(Optional.empty(), link(TestServer.json(server.get(ITEMS + "?limit=29")), "next"));
        assertTrue(
                link(TestServer.json(server.get(ITEMS + "?limit=28")), "next").isPresent());
    }

    @Test
    void previousPageEndsWhereThisOneBegins() {
        JsonNode third = TestServer.json(server.get(ITEMS + "?limit=10&offset=3"));
        List<String> before = ids(link(third, "prev").orElseThrow());
        List<String> all = ids(ITEMS + "?limit=100");
        assertEquals(all.subList(0, 3), before);
    }

    @Test
    void boxAcrossTheDateLineFindsBothSides() {
        assertEquals(Set.of("fiji-west", "fiji-east"), new HashSet<>(ids(ITEMS + "?bbox=177,-20,-177,-10")));
        assertEquals(200, server.get(ITEMS + "?bbox=177,65,-177,70").statusCode());
        assertEquals(List.of("fiji-west"), ids(ITEMS + "?bbox=177,-20,180,-10"));
    }

    @Test
    void boxWithHeightsIsTheSameBox() {
        assertEquals(ids(ITEMS + "?bbox=35,47,40,49"), ids(ITEMS + "?bbox=35,47,-100,40,49,100"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01, 2",
        "2025-04-01T12:00:00Z, 2",
        "2025-04-01/2025-04-03, 5",
        "../2024-01-01, 2",
        "/2024-01-01, 2",
        "2025-04-24/.., 3",
        "2025-04-24/, 3",
        "../.., 29",
    })
    void datetimeSelectsByOverlapAndAlwaysTheUndated(String datetime, int expected) {
        JsonNode page = TestServer.json(server.get(ITEMS + "?datetime=" + datetime));
        assertEquals(expected, page.path("numberMatched").asInt(), page.path("features")::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bbox=1,2,3 | bbox",
                "bbox=1,2,3,4,5 | bbox",
                "bbox=1,50,3,4 | bbox",
                "bbox=-190,0,0,0 | bbox",
                "bbox=a,b,c,d | bbox",
                "bbox= | bbox",
                "datetime=yesterday | datetime",
                "datetime=2025-13-01 | datetime",
                "datetime=2025-04-08/2025-04-01 | datetime",
                "datetime=2025-04-01/2025-04-02/2025-04-03 | datetime",
                "limit=0 | limit",
                "limit=10001 | limit",
                "limit=ten | limit",
                "offset=-1 | offset",
                "map_tier=4 | map_tier",
                "map_tier= | map_tier",
                "f=xml | f",
                "limit=1&limit=2 | limit",
            })
    void badValueIsAProblemThatNamesIt(String query, String parameter) {
        HttpResponse<String> answer = server.get(ITEMS + "?" + query);
        JsonNode problem = TestServer.json(answer);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", TestServer.header(answer, "Content-Type"));
        assertEquals(parameter, problem.path("parameter").asString());
        assertEquals(400, problem.path("status").asInt());
        assertTrue(problem.path("detail").asString().contains(parameter), answer.body());
        assertTrue(!problem.path("allowed").asString().isBlank(), answer.body());
        assertEquals("", TestServer.header(answer, "ETag"));
    }

    @Test
    void unknownParameterIsRefusedWithTheAllowedOnes() {
        HttpResponse<String> answer = server.get(ITEMS + "?colour=red");
        assertEquals(400, answer.statusCode());
        JsonNode problem = TestServer.json(answer);
        assertEquals("colour", problem.path("parameter").asString());
        assertTrue(problem.path("allowed").toString().contains("\"bbox\""), answer.body());
    }

    @Test
    void oneEventCarriesItsVersionAsTag() {
        // Its place is blurred for readers.
        String token = server.token(Role.CONTRIBUTOR);
        HttpResponse<String> answer = server.get(ITEMS + "/ev-full", token);
        assertEquals(200, answer.statusCode());
        JsonNode feature = TestServer.json(answer);
        assertEquals("ev-full", feature.path("id").asString());
        assertEquals(
                "Clash near Верхня", feature.path("properties").path("title").asString());
        assertTrue(link(feature, "self").orElseThrow().endsWith(ITEMS + "/ev-full"));
        assertTrue(link(feature, "collection").isPresent());
        String tag = TestServer.header(answer, "ETag");
        assertTrue(tag.startsWith("\"v1-"), tag);
        HttpResponse<String> again = server.send(server.request(ITEMS + "/ev-full")
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", tag)
                .build());
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @Test
    void missingEventIsAProblem() {
        HttpResponse<String> answer = server.get(ITEMS + "/no-such-event");
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", TestServer.header(answer, "Content-Type"));
        assertTrue(TestServer.json(answer).path("detail").asString().contains("no-such-event"));
    }

    @Test
    void pageTagChangesWithTheStoreOnly(@TempDir Path other) throws IOException {
        try (TestServer changing = TestServer.start(other)) {
            changing.add("rep-1", List.of(EventSamples.at("a", new LonLat(1, 1), null)), List.of());
            String tag = TestServer.header(changing.get(ITEMS), "ETag");
            HttpResponse<String> same = changing.send(
                    changing.request(ITEMS).header("If-None-Match", tag).build());
            assertEquals(304, same.statusCode());
            changing.add("rep-2", List.of(EventSamples.at("b", new LonLat(2, 2), null)), List.of());
            HttpResponse<String> changed = changing.send(
                    changing.request(ITEMS).header("If-None-Match", tag).build());
            assertEquals(200, changed.statusCode());
            assertEquals(2, TestServer.json(changed).path("numberMatched").asInt());
        }
    }

    private static List<String> ids(String path) {
        return ids(server, path);
    }

    private static List<String> ids(TestServer from, String path) {
        List<String> ids = new ArrayList<>();
        HttpResponse<String> answer = from.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        TestServer.json(answer)
                .path("features")
                .forEach(feature -> ids.add(feature.path("id").asString()));
        return ids;
    }

    private static Optional<String> link(JsonNode document, String rel) {
        for (JsonNode link : document.path("links")) {
            if (link.path("rel").asString().equals(rel)) {
                return Optional.of(link.path("href").asString());
            }
        }
        return Optional.empty();
    }

    @Test
    void aMergedIdLeadsToTheEventThatStands(@TempDir Path other) throws Exception {
        try (TestServer changing = TestServer.start(other)) {
            LonLat place = new LonLat(30.5, 50.4);
            changing.add("rep-1", List.of(EventSamples.at("old", place, LocalDate.of(2025, 4, 8))), List.of());
            changing.add("rep-2", List.of(EventSamples.at("kept", place, LocalDate.of(2025, 4, 8))), List.of());
            new Merges(changing.store(), TestServer.CLOCK).merge("kept", "old", "desk", "one strike");
            var answer = changing.get(ITEMS + "/old");
            assertEquals(307, answer.statusCode());
            assertTrue(TestServer.header(answer, "Location").endsWith(ITEMS + "/kept"));
            JsonNode kept = TestServer.json(changing.get(ITEMS + "/kept")).path("properties");
            assertEquals("old", kept.at("/dedup/members/0").asString());
            assertEquals(2, kept.path("number_of_sources").asInt());
            assertEquals(1, kept.path("independent_sources").asInt());
        }
    }

    @Test
    void aPastStateIsAnsweredAsItWas(@TempDir Path other) throws Exception {
        try (TestServer changing = TestServer.start(other)) {
            LonLat place = new LonLat(30.5, 50.4);
            changing.add("rep-1", List.of(EventSamples.at("old", place, LocalDate.of(2025, 4, 8))), List.of());
            long then = changing.store().dataVersion();
            changing.add("rep-2", List.of(EventSamples.at("kept", place, LocalDate.of(2025, 4, 8))), List.of());
            new Merges(changing.store(), TestServer.CLOCK).merge("kept", "old", "desk", "one strike");
            assertEquals(List.of("old"), ids(changing, ITEMS + "?as_of=" + then));
            long now = changing.store().dataVersion();
            assertEquals(List.of("kept"), ids(changing, ITEMS + "?as_of=" + now));
            assertEquals(List.of(), ids(changing, ITEMS + "?bbox=0,0,1,1&as_of=" + then));
            var answer = changing.get(ITEMS + "?as_of=" + (now + 1));
            assertEquals(400, answer.statusCode(), answer.body());
            assertEquals("as_of", TestServer.json(answer).path("parameter").asString());
        }
    }
}
