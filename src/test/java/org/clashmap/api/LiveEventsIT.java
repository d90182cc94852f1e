package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream, the feed and downloads of a real server. */
class LiveEventsIT {
    private static final LonLat HERE = new LonLat(36, 50);
    private static final LocalDate DAY = LocalDate.of(2025, 4, 1);

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What a client reads, message by message. */
    private record Stream(BufferedReader lines) implements AutoCloseable {
        List<String> next() throws IOException {
            List<String> message = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !message.isEmpty()) {
                    return message;
                }
                if (!line.isEmpty() && !line.startsWith(":")) {
                    message.add(line);
                }
            }
            return message;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private Stream connect(String query, String lastId) throws IOException, InterruptedException {
        var request = server.request(LiveEvents.PATH + query).header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<java.io.InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertEquals(": connected", lines.readLine());
        return new Stream(lines);
    }

    private static JsonNode data(List<String> message) {
        return new JsonMapper().readTree(message.get(2).substring("data: ".length()));
    }

    @Test
    @Timeout(60)
    void changesOfTheFilteredSetAreToldAsAReaderSeesThem() throws IOException, InterruptedException {
        try (Stream stream = connect("?bbox=35,49,37,51&features=true", "")) {
            Event inside = EventSamples.at("inside", HERE, DAY);
            server.add("rep-1", List.of(inside, EventSamples.at("outside", new LonLat(10, 10), DAY)), List.of());
            List<String> created = stream.next();
            assertEquals("event: created", created.get(1));
            assertEquals("inside", data(created).path("id").asString());
            assertEquals("Feature", data(created).path("feature").path("type").asString());
            server.store().addVersion(EventSamples.next(inside, "accepted"));
            List<String> updated = stream.next();
            assertEquals("event: updated", updated.get(1));
            assertEquals(2, data(updated).path("version").asInt());
            Event away = EventSamples.at("inside", new LonLat(0, 0), DAY);
            server.store().addVersion(away.withVersion(3, away.editorial()));
            // It lives on, but outside of what this reader watches.
            assertEquals("event: withdrawn", stream.next().get(1));
        }
    }

    @Test
    @Timeout(60)
    void whoComesBackMissesNothing() throws IOException, InterruptedException {
        String last;
        try (Stream stream = connect("", "")) {
            server.add("rep-1", List.of(EventSamples.at("one", HERE, DAY)), List.of());
            last = stream.next().getFirst().substring("id: ".length());
        }
        Event two = EventSamples.at("two", HERE, DAY);
        server.add("rep-2", List.of(two, EventSamples.at("three", HERE, DAY)), List.of());
        server.store().addVersion(EventSamples.next(two, "rejected"));
        try (Stream stream = connect("", last)) {
            assertEquals("three", data(stream.next()).path("id").asString());
            // Nothing is said of an event that is not to be seen any more but that something has changed.
            assertEquals("event: reset", stream.next().get(1));
        }
    }

    @Test
    void malformedCursorsAreRefused() {
        assertEquals(400, server.get(LiveEvents.PATH + "?cursor=x").statusCode());
        assertEquals(400, server.get(LiveEvents.PATH + "?features=maybe").statusCode());
    }

    @Test
    void downloadsHoldWhatIsFilteredInEveryFormat() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(EventSamples.at("row-" + i, new LonLat(36 + i * 0.1, 50), DAY.plusDays(i)));
        }
        server.add("rep-1", events, List.of());
        String query = "?datetime=2025-04-01/2025-04-10&f=";
        JsonNode collection = TestServer.json(server.get(EventDownloads.PATH + query + "geojson"));
        assertEquals(10, collection.path("features").size());
        assertTrue(collection.has("data_version") && collection.has("credits"), collection::toString);
        assertEquals(
                "datetime 2025-04-01/2025-04-10",
                collection.path("filter").path(0).asString());
        assertEquals(
                10,
                server.get(EventDownloads.PATH + query + "geojsonl")
                        .body()
                        .lines()
                        .count());
        assertTrue(server.get(EventDownloads.PATH + query + "csv").body().contains("row-9"));
        assertTrue(server.get(EventDownloads.PATH + query + "kml").body().contains("<kml"));
        assertEquals(400, server.get(EventDownloads.PATH + query + "shp").statusCode());
        String feed = server.get(EventDownloads.FEED + "?datetime=2025-04-01/2025-04-10")
                .body();
        assertEquals(10, feed.split("<entry", -1).length - 1);
    }
}
