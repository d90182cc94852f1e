package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.clashmap.api.access.Role;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the abstract test suites of OGC API Features parts 1 (17-069r4, annex A), 2 (18-058r1) and 3 (19-079r2) ask, of both
 * collections, and that GDAL's client reads the server.
 */
class ConformanceIT {
    private static final String EVENTS = "/api/collections/events";
    private static final String PLACES = "/api/collections/places";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final int ROWS = 40;

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            events.add(EventSamples.at(
                    "row-" + (100 + i),
                    new LonLat(30 + i * 0.1, 50),
                    LocalDate.of(2025, 4, 1).plusDays(i)));
        }
        server.add("rep-rows", events, List.of());
        server.add("rep-full", List.of(EventSamples.full()), List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void landingPageLeadsToApiConformanceAndCollections() {
        JsonNode page = json("/api");
        for (String relation : List.of("self", "alternate", "service-desc", "service-doc", "conformance", "data")) {
            String href = link(page, relation);
            assertEquals(200, server.get(href).statusCode(), href);
        }
    }

    @Test
    void conformanceNamesTheClasses() {
        String classes = json("/api/conformance").toString();
        for (String one : List.of(
                "ogcapi-features-1/1.0/conf/core",
                "ogcapi-features-1/1.0/conf/geojson",
                "ogcapi-features-1/1.0/conf/html",
                "ogcapi-features-1/1.0/conf/oas30",
                "ogcapi-features-2/1.0/conf/crs",
                "ogcapi-features-3/1.0/conf/features-filter",
                "cql2/1.0/conf/cql2-text")) {
            assertTrue(classes.contains(one), one);
        }
    }

    @Test
    void everyCollectionHasItsItemsInEveryFormatItSays() {
        JsonNode collections = json("/api/collections");
        assertEquals(2, collections.path("collections").size());
        for (JsonNode collection : collections.path("collections")) {
            JsonNode alone = json("/api/collections/" + collection.path("id").asString());
            assertEquals(collection.path("id"), alone.path("id"));
            assertTrue(alone.path("crs").toString().contains("CRS84"));
            int items = 0;
            for (JsonNode link : collection.path("links")) {
                HttpResponse<String> answer = server.get(link.path("href").asString());
                assertEquals(200, answer.statusCode(), link::toString);
                String type = TestServer.header(answer, "Content-Type").split(";", 2)[0];
                assertEquals(link.path("type").asString().split(";", 2)[0], type, link::toString);
                items += link.path("rel").asString().equals("items") ? 1 : 0;
            }
            assertTrue(items >= 1, collection::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, PLACES})
    void itemsHaveLinksCountAndTime(String collection) {
        JsonNode page = json(collection + "/items?limit=5");
        assertEquals("FeatureCollection", page.path("type").asString());
        assertEquals(5, page.path("features").size());
        assertEquals(5, page.path("numberReturned").asInt());
        assertTrue(page.path("timeStamp").asString().endsWith("Z"), page::toString);
        assertFalse(link(page, "self").isEmpty());
        assertFalse(link(page, "alternate").isEmpty());
        JsonNode feature = page.path("features").path(0);
        String item = collection + "/items/" + Links.encode(feature.path("id").asString());
        JsonNode alone = json(item);
        assertEquals(feature.path("id"), alone.path("id"));
        for (String relation : List.of("self", "alternate", "collection")) {
            assertEquals(200, server.get(link(alone, relation)).statusCode(), relation);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0
            limit=-1
            limit=10001
            limit=many
            limit=1&limit=2
            bbox=1,2,3
            bbox=1,2,3,four
            bbox=0,10,1,5
            datetime=2025-13-01
            datetime=2025-04-02/2025-04-01
            f=xml
            nothing=1
            crs=http://www.opengis.net/def/crs/EPSG/0/999999
            bbox=1,2,3,4&bbox-crs=nowhere
            filter=title
            filter=nothing=1
            filter-lang=sql
            sortby=nothing
            after=x
            event_type=Quarrels
            """)
    void whatIsNotAllowedIsAProblemThatNamesTheParameter(String query) {
        HttpResponse<String> answer = server.get(EVENTS + "/items?" + query);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", TestServer.header(answer, "Content-Type"));
        assertFalse(TestServer.json(answer).path("parameter").asString("").isEmpty(), answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bbox=177,65,-177,70                                     | 0
            bbox=29.95,49.9,30.25,50.1                              | 3
            bbox=29.95,49.9,-10,30.25,50.1,10                       | 3
            datetime=2025-04-01T00:00:00Z/2025-04-02T00:00:00Z      | 3
            filter=event_date%20=%20DATE('2025-04-01')              | 1
            filter=S_INTERSECTS(geometry,POINT(30%2050))            | 1
            filter=%7B%22op%22:%22=%22,%22args%22:%5B%7B%22property%22:%22event_id%22%7D,%22row-100%22%5D%7D | 1
            filter=event_id%20LIKE%20'row-10_'&datetime=2025-04-03/..  | 8
            event_id=row-100,row-101                                | 2
            q=kRamatorsk                                            | 1
            fatalities=2                                            | 1
            event_type=Battles                                      | 1
            """)
    void conditionsSelect(String query, int matched) {
        JsonNode page = json(EVENTS + "/items?" + query);
        assertEquals(matched, page.path("numberMatched").asInt(), query);
        assertEquals(matched, page.path("features").size());
    }

    @Test
    void filteredAndSortedPagesWalkEveryMatchOnce() {
        for (String query : List.of("filter=event_id%20LIKE%20'row%25'", "sortby=event_id", "limit=7", "q=event")) {
            List<String> walked = new ArrayList<>();
            String page = EVENTS + "/items?limit=7&" + query.replace("limit=7", "map_tier=1");
            while (!page.isEmpty()) {
                JsonNode answer = json(page);
                answer.path("features")
                        .forEach(feature -> walked.add(feature.path("id").asString()));
                page = link(answer, "next");
            }
            assertTrue(walked.size() >= ROWS, query + " " + walked.size());
            assertEquals(walked.size(), new HashSet<>(walked).size(), query);
        }
        List<String> sorted = new ArrayList<>();
        json(EVENTS + "/items?sortby=-event_id&limit=3")
                .path("features")
                .forEach(feature -> sorted.add(feature.path("id").asString()));
        assertEquals(List.of("row-139", "row-138", "row-137"), sorted);
    }

    @ParameterizedTest
    @CsvSource({"4326, 50, 30, 1e-6", "3857, 3339584.724, 6446275.841, 0.01", "32635, 715000, 5542900, 1000"})
    void featuresComeInTheSystemAskedForAndItsAxisOrder(String code, double first, double second, double tolerance) {
        HttpResponse<String> answer = server.get(EVENTS + "/items?event_id=row-100&crs=" + EPSG + code);
        assertEquals("<" + EPSG + code + ">", TestServer.header(answer, "Content-Crs"));
        JsonNode position = TestServer.json(answer)
                .path("features")
                .path(0)
                .path("geometry")
                .path("coordinates");
        assertEquals(first, position.path(0).asDouble(), tolerance);
        assertEquals(second, position.path(1).asDouble(), tolerance);
        HttpResponse<String> one = server.get(EVENTS + "/items/row-100?crs=" + EPSG + code);
        assertEquals("<" + EPSG + code + ">", TestServer.header(one, "Content-Crs"));
        assertEquals(position, TestServer.json(one).path("geometry").path("coordinates"));
    }

    @Test
    void everyListedSystemAnswersAndTellsItself() {
        for (JsonNode crs : json(EVENTS).path("crs")) {
            HttpResponse<String> answer =
                    server.get(EVENTS + "/items?limit=1&crs=" + crs.asString() + "&bbox-crs=" + crs.asString());
            assertEquals(200, answer.statusCode(), crs::asString);
            assertEquals("<" + crs.asString() + ">", TestServer.header(answer, "Content-Crs"));
        }
        assertEquals(
                "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>",
                TestServer.header(server.get(EVENTS + "/items?limit=1"), "Content-Crs"));
    }

    @Test
    void boxInAnotherSystemSelectsTheSame() {
        String degrees = EVENTS + "/items?bbox=29.95,49.9,30.25,50.1";
        String swapped = EVENTS + "/items?bbox=49.9,29.95,50.1,30.25&bbox-crs=" + EPSG + "4326";
        assertEquals(json(degrees).path("features"), json(swapped).path("features"));
        String far = EVENTS + "/items?bbox=0,0,1e12,1e12&bbox-crs=" + EPSG + "32635";
        assertEquals(400, server.get(far).statusCode());
    }

    @Test
    void queryablesAreParametersAndTheSchemaHoldsWhatIsAnswered() {
        JsonNode queryables = json(EVENTS + "/queryables").path("properties");
        assertEquals(
                "primary-geometry",
                queryables.path("geometry").path("x-ogc-role").asString());
        assertTrue(queryables.path("event_type").path("enum").toString().contains("Battles"));
        Set<String> parameters = new HashSet<>();
        json("/api/openapi.json")
                .at("/paths/~1collections~1events~1items/get/parameters")
                .forEach(parameter -> parameters.add(parameter.path("name").asString()));
        for (String name : queryables.propertyNames()) {
            boolean geometry = queryables.path(name).path("format").asString("").startsWith("geometry");
            assertTrue(geometry || parameters.contains(name), name);
        }
        JsonNode schema = json(EVENTS + "/schema").path("properties");
        for (String name : json(EVENTS + "/items/ev-full").path("properties").propertyNames()) {
            assertTrue(schema.has(name), name);
        }
        assertTrue(json(EVENTS + "/sortables").path("properties").has("event_date"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/conformance",
                "/api/collections",
                EVENTS,
                EVENTS + "/items",
                EVENTS + "/items/ev-full",
                EVENTS + "/queryables",
                EVENTS + "/schema",
                PLACES,
                PLACES + "/items",
                PLACES + "/items/gn:703448",
                "/api/reports",
                "/api/reports/rep-full"
            })
    void everyResourceIsAPageForBrowsersAndEscaped(String path) {
        HttpResponse<String> page = server.send(server.request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build());
        assertEquals(200, page.statusCode());
        assertTrue(TestServer.header(page, "Content-Type").startsWith("text/html"), path);
        assertTrue(page.body().startsWith("<!doctype html>"));
        assertFalse(page.body().contains("<b>all</b>"), "text of reports is escaped");
        HttpResponse<String> asked = server.get(path + "?f=html");
        assertTrue(TestServer.header(asked, "Content-Type").startsWith("text/html"), path);
    }

    @Test
    void pageOfAnEventShowsTheWordsThatProveIt() {
        String page = server.get(EVENTS + "/items/ev-full?f=html", server.token(Role.REVIEWER))
                .body();
        assertTrue(page.contains("<blockquote>Fighting went on near “Верхня”"), page);
        String forReaders = server.get(EVENTS + "/items/ev-full?f=html").body();
        assertFalse(forReaders.contains("Верхня"), "the sample is blurred, and so are its words");
        assertTrue(page.contains("href=\"/#e=ev-full\""), page);
        String list = server.get(EVENTS + "/items?f=html&limit=2").body();
        assertTrue(list.contains("rel=\"next\""), list);
        assertTrue(list.contains("41 events found"), list);
    }

    @Test
    void tableHasARowForEachEventOfThePage() {
        HttpResponse<String> table = server.get(EVENTS + "/items?f=csv&limit=3");
        assertTrue(TestServer.header(table, "Content-Type").startsWith("text/csv"));
        List<String> lines = table.body().lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.getFirst().contains("event_id"), lines.getFirst());
        assertTrue(TestServer.header(table, "Link").contains("rel=\"next\""));
    }

    @Test
    void headAnswersAsGetDoesWithoutABody() {
        for (String path : List.of("/api", EVENTS + "/items?limit=1", EVENTS + "/items/ev-full")) {
            HttpResponse<String> head = server.send(server.request(path)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build());
            assertEquals(200, head.statusCode(), path);
            assertEquals("", head.body());
            assertNotEquals("", TestServer.header(head, "Content-Type"));
            assertEquals("*", TestServer.header(head, "Access-Control-Allow-Origin"));
        }
    }

    @Test
    void gdalReadsTheCollectionWithBoxFilterAndPages() throws IOException, InterruptedException {
        Path ogrinfo = Path.of("/usr/bin/ogrinfo");
        assumeTrue(Files.isExecutable(ogrinfo), "GDAL's ogrinfo is not installed");
        String source = "OAPIF:http://127.0.0.1:" + server.port() + "/api";
        assertTrue(ogrinfo(source).contains("events"), ogrinfo(source));
        String all = ogrinfo("-so", "-oo", "PAGE_SIZE=9", source, "events");
        assertTrue(all.contains("Feature Count: " + (ROWS + 1)), all);
        String listed = ogrinfo("-al", "-q", "-oo", "PAGE_SIZE=9", source, "events");
        assertEquals(
                ROWS + 1,
                listed.lines().filter(line -> line.startsWith("OGRFeature")).count(),
                listed);
        String box = ogrinfo("-al", "-q", "-spat", "29.95", "49.9", "30.25", "50.1", source, "events");
        assertEquals(
                3, box.lines().filter(line -> line.startsWith("OGRFeature")).count(), box);
        String where = ogrinfo("-al", "-q", "-where", "event_id='row-105'", source, "events");
        assertEquals(
                1, where.lines().filter(line -> line.startsWith("OGRFeature")).count(), where);
    }

    private static String ogrinfo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/ogrinfo"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "ogrinfo", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "ogrinfo did not end");
        String text = Files.readString(out, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = server.get(path);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private static String link(JsonNode document, String relation) {
        for (JsonNode link : document.path("links")) {
            if (link.path("rel").asString().equals(relation)) {
                return link.path("href").asString();
            }
        }
        return "";
    }
}
