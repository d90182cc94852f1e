package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.BindException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.clashmap.api.access.Tokens;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.event.Omission;
import org.clashmap.event.publish.Publisher;
import org.clashmap.event.publish.Release;
import org.clashmap.event.publish.Rules;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Geoparser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Everything but the events: pages, reports, files, headers, methods and failures of a real server. */
class ApiServerIT {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        Omission omission = new Omission(new Event.Quote("could attack", 0, 12, List.of()), "hypothetical", "supposed");
        server.add("rep-one", List.of(EventSamples.at("one", new LonLat(36, 50), null)), List.of(omission));
        Path web = folder.resolve("web");
        Files.writeString(web.resolve("index.html"), "<!doctype html><title>map</title>");
        Files.createDirectories(web.resolve("src"));
        Files.writeString(web.resolve("src").resolve("main.js"), "export const one = 1;\n".repeat(100));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"land\":[]}".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("geodata").resolve("basemap").resolve("land.json.gz"), packed.toByteArray());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void landingPageNamesVersionsAndCredits() {
        JsonNode page = TestServer.json(server.get("/api"));
        assertEquals(server.store().dataVersion(), page.path("data_version").asLong());
        assertEquals(
                TestServer.GAZETTEER.version(), page.path("gazetteer_version").asString());
        assertFalse(page.path("sample").asBoolean());
        assertEquals(TestServer.GAZETTEER.credits().size(), page.path("credits").size());
        for (String rel : List.of("self", "service-desc", "service-doc", "conformance", "data")) {
            assertTrue(page.path("links").toString().contains("\"rel\":\"" + rel + "\""), rel);
        }
    }

    @Test
    void everyLinkOfTheLandingPageAnswers() {
        TestServer.json(server.get("/api")).path("links").forEach(link -> {
            HttpResponse<String> answer = server.get(link.path("href").asString());
            assertEquals(200, answer.statusCode(), link::toString);
            String type = TestServer.header(answer, "Content-Type").split(";", 2)[0];
            assertEquals(link.path("type").asString().split(";", 2)[0], type, link::toString);
        });
    }

    @Test
    void sampleIsSaidToBeOne(@TempDir Path other) throws IOException {
        try (TestServer sampled = TestServer.start(other)) {
            sampled.add("rep-sample", List.of(), List.of());
            assertTrue(TestServer.json(sampled.get("/api")).path("sample").asBoolean());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/conformance", "/api/collections", "/api/collections/events", "/api/reports"})
    void pagesAreHtmlWhenAskedFor(String path) {
        HttpResponse<String> byParameter = server.get(path + "?f=html");
        HttpResponse<String> byHeader = server.send(server.request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build());
        assertTrue(byParameter.body().startsWith("<!doctype html>"), byParameter.body());
        assertEquals(byParameter.body(), byHeader.body());
        assertEquals("application/json", TestServer.header(server.get(path), "Content-Type"));
    }

    @Test
    void reportCarriesItsTextAndWhatWasLeftOut() {
        JsonNode report = TestServer.json(server.get("/api/reports/rep-one"));
        assertEquals("Shelling <b>hit</b> Верхня 💥.", report.path("text").asString());
        assertEquals("The Gazette", report.path("publisher").asString());
        assertTrue(report.path("publish_date").isNull());
        assertEquals(
                "hypothetical", report.path("not_events").path(0).path("trap").asString());
        assertEquals(404, server.get("/api/reports/rep-none").statusCode());
    }

    @Test
    void reportTextIsEscapedInHtml() {
        String html = server.get("/api/reports/rep-one?f=html").body();
        assertTrue(html.contains("Shelling &lt;b&gt;hit&lt;/b&gt;"), html);
        assertFalse(html.contains("<b>hit"), html);
    }

    @Test
    void reportsAreListedWithoutTheirTexts() {
        JsonNode reports = TestServer.json(server.get("/api/reports")).path("reports");
        assertEquals(1, reports.size());
        assertEquals("rep-one", reports.path(0).path("id").asString());
        assertTrue(reports.path(0).path("text").isMissingNode());
    }

    @Test
    void headAnswersAsGetDoesWithoutTheBody() {
        for (String path : List.of("/api", EventItems.PATH, "/", "/health/live")) {
            HttpResponse<String> head = server.send(server.request(path).HEAD().build());
            assertEquals(200, head.statusCode(), path);
            assertEquals("", head.body());
            assertEquals(
                    TestServer.header(server.get(path), "Content-Type"), TestServer.header(head, "Content-Type"), path);
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : List.of("/", "/api", "/api?colour=red", "/nothing", EventItems.PATH, "/src/main.js")) {
            HttpResponse<String> answer = server.get(path);
            String policy = TestServer.header(answer, "Content-Security-Policy");
            assertTrue(policy.contains("default-src 'self'") && policy.contains("object-src 'none'"), path);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", TestServer.header(answer, "X-Content-Type-Options"), path);
            assertEquals("no-referrer", TestServer.header(answer, "Referrer-Policy"), path);
            assertEquals("*", TestServer.header(answer, "Access-Control-Allow-Origin"), path);
            assertEquals("", TestServer.header(answer, "Server"), path);
        }
    }

    @Test
    void filesAreServedWithTypeAndTag() {
        HttpResponse<String> script = server.get("/src/main.js");
        assertEquals("text/javascript; charset=utf-8", TestServer.header(script, "Content-Type"));
        String tag = TestServer.header(script, "ETag");
        HttpResponse<String> again = server.send(
                server.request("/src/main.js").header("If-None-Match", tag).build());
        assertEquals(304, again.statusCode());
        assertTrue(server.get("/").body().contains("<title>map</title>"));
        String leaflet =
                server.get("/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js").body();
        assertTrue(leaflet.contains("export"), "the webjar's module");
        assertEquals(404, server.get("/webjars/leaflet/9.9.9/dist/leaflet.js").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/..%2Fsecret.txt",
                "/%2e%2e/secret.txt",
                "/src/../../secret.txt",
                "/src/..%2f..%2fsecret.txt",
                "/webjars/..%2f..%2f..%2flogback.xml",
                "/geodata/basemap/..%2f..%2fsecret.txt",
                "/src",
                "/%00",
            })
    void nothingOutsideTheFoldersIsReachable(String path) {
        HttpResponse<String> answer = server.get(path);
        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + " " + answer.statusCode());
        assertFalse(answer.body().contains("secret\n") || answer.body().equals("secret"));
    }

    @Test
    void packedFileIsSentAsItIsOrUnpacked() throws IOException, InterruptedException {
        HttpResponse<String> plain = server.get("/geodata/basemap/land.json");
        assertEquals("{\"land\":[]}", plain.body());
        assertEquals("application/json", TestServer.header(plain, "Content-Type"));
        HttpResponse<String> packed = server.send(server.request("/geodata/basemap/land.json")
                .header("Accept-Encoding", "gzip")
                .build());
        assertEquals("gzip", TestServer.header(packed, "Content-Encoding"));
    }

    @Test
    void wrongMethodAndUnknownPathAreProblems() {
        HttpResponse<String> deleted =
                server.send(server.request(EventItems.PATH).DELETE().build());
        assertEquals(405, deleted.statusCode());
        assertEquals("application/problem+json", TestServer.header(deleted, "Content-Type"));
        HttpResponse<String> missing = server.get("/api/nothing");
        assertEquals(404, missing.statusCode());
        assertTrue(TestServer.json(missing).path("detail").asString().contains("/api/nothing"));
    }

    @Test
    void preflightAllowsReading() {
        HttpResponse<String> answer = server.send(server.request(EventItems.PATH)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        assertEquals(204, answer.statusCode());
        assertTrue(TestServer.header(answer, "Access-Control-Allow-Methods").contains("GET"));
    }

    @Test
    void unforeseenFailureTellsAnIdAndNothingElse(@TempDir Path other) throws IOException {
        EventStore failing = (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new IllegalStateException("the inside of the program");
                });
        try (TestServer broken = TestServer.start(other, failing)) {
            HttpResponse<String> answer = broken.get(EventItems.PATH);
            assertEquals(500, answer.statusCode());
            assertEquals("application/problem+json", TestServer.header(answer, "Content-Type"));
            assertFalse(answer.body().contains("inside of the program"));
            assertFalse(TestServer.json(answer).path("id").asString().isEmpty());
            assertEquals(500, broken.get("/health/ready").statusCode());
            assertEquals(200, broken.get("/health/live").statusCode());
        }
    }

    @Test
    void takenPortIsABindException() {
        Geoparser geoparser = new Geoparser(TestServer.GAZETTEER);
        Holdings holdings = new Holdings(
                server.store(),
                TestServer.GAZETTEER,
                geoparser,
                new EventCoder(geoparser),
                TestServer.CLOCK,
                Optional.empty(),
                new Guard(
                        Tokens.open(folder, TestServer.CLOCK),
                        new Publisher(Rules.standard(), Release.ALL, TestServer.GAZETTEER)));
        ApiServer.Settings taken = new ApiServer.Settings("127.0.0.1", server.port(), folder, folder);
        assertThrows(BindException.class, () -> ApiServer.start(holdings, taken).close());
    }
}
