package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.map.TileReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Vector tiles of a real server, read by GDAL where it is installed. */
class EventTilesIT {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(EventSamples.at(
                    "row-" + i,
                    new LonLat(36 + i % 10 * 0.5, 48 + Math.floorDiv(i, 10) * 0.1),
                    LocalDate.of(2025, 4, 1 + i % 30)));
        }
        events.add(
                EventSamples.over("region", Geodesy.circle(new LonLat(31, 49), 50_000, 16), LocalDate.of(2025, 1, 1)));
        server.add("rep-rows", events, List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> tile(String rest) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(server.request(EventTiles.TILESET + rest).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void filtersOfItemsSelectInTilesToo() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = tile("/0/0/0?datetime=2025-04-01&bbox=35,47,60,49.95");
        assertEquals(200, answer.statusCode());
        assertEquals(EventTiles.MEDIA_TYPE, TestServer.header(answer, "Content-Type"));
        Map<String, List<TileReader.Feature>> layers = TileReader.read(answer.body());
        JsonNode items =
                TestServer.json(server.get(EventItems.PATH + "?datetime=2025-04-01&bbox=35,47,60,49.95&limit=1000"));
        assertEquals(
                items.path("numberMatched").asInt(),
                Objects.requireNonNull(layers.get("events")).size());
    }

    @Test
    void emptyTileHasNoContentAndTheRestIsRefused() throws IOException, InterruptedException {
        assertEquals(204, tile("/3/0/0").statusCode());
        assertEquals(404, tile("/3/8/0").statusCode());
        assertEquals(404, tile("/23/0/0").statusCode());
        assertEquals(404, tile("/x/0/0").statusCode());
        assertEquals(400, tile("/0/0/0?cells=9").statusCode());
        assertEquals(400, tile("/0/0/0?points_max=-1").statusCode());
        assertEquals(400, tile("/0/0/0?nonsense=1").statusCode());
    }

    @Test
    void gdalReadsPointsCountsAndRegions() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ogrinfo")), "ogrinfo (gdal-bin) is not installed");
        String points = ogrinfo("points", tile("/0/0/0").body());
        assertTrue(points.contains("Layer name: events"), points);
        assertTrue(points.contains("Feature Count: 300"), points);
        assertTrue(points.contains("Layer name: regions"), points);
        String counts = ogrinfo("counts", tile("/0/0/0?points_max=10").body());
        assertTrue(counts.contains("Layer name: clusters"), counts);
        assertTrue(counts.contains("t_explosions (Integer) = "), counts);
    }

    private static String ogrinfo(String name, byte[] tile) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".pbf");
        Files.write(file, tile);
        Process process = new ProcessBuilder("/usr/bin/ogrinfo", "-ro", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Test
    void tileJsonKeepsTheFilterAndItsAddressesWork() {
        JsonNode document = TestServer.json(server.get(EventTiles.TILESET + "/tilejson?event_type=Battles"));
        String address = document.path("tiles").path(0).asString();
        assertTrue(address.contains("/{z}/{y}/{x}?event_type=Battles"), address);
        String first = address.replace("{z}", "0").replace("{y}", "0").replace("{x}", "0");
        // All events of this store are of another type.
        assertEquals(204, server.get(first).statusCode());
    }

    @Test
    void tilesetAndStyleLeadToTiles() {
        JsonNode tileset = TestServer.json(server.get(EventTiles.TILESET + "?f=json"));
        assertTrue(tileset.path("links").toString().contains("\"templated\":true"), tileset::toString);
        JsonNode style = TestServer.json(server.get(EventTiles.TILESET + "/style"));
        String tileJson = style.path("sources").path("clashmap").path("url").asString();
        assertEquals(200, server.get(tileJson).statusCode());
        JsonNode set = TestServer.json(server.get(TileMatrixSets.PATH + "/WebMercatorQuad?f=json"));
        assertEquals(4, set.path("tileMatrices").path(2).path("matrixWidth").asInt());
        assertEquals(
                559_082_264.028,
                set.path("tileMatrices").path(0).path("scaleDenominator").asDouble(),
                0.01);
        assertEquals(404, server.get(TileMatrixSets.PATH + "/Other?f=json").statusCode());
    }

    @Test
    void smallCountsOfRegionsAreNotTold() {
        JsonNode answer = TestServer.json(server.get(EventRegions.PATH + "?by=country&bbox=36,48,36.1,48.2"));
        assertEquals(
                3,
                TestServer.json(server.get(EventItems.PATH + "?bbox=36,48,36.1,48.2"))
                        .path("numberMatched")
                        .asInt());
        assertTrue(answer.path("regions").path(0).path("count").isNull(), answer::toString);
        JsonNode many = TestServer.json(server.get(EventRegions.PATH + "?by=country"));
        assertEquals(301, many.path("regions").path(0).path("count").asInt());
    }
}
