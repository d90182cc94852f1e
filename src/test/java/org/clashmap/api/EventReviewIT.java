package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import org.clashmap.api.access.Role;
import org.clashmap.event.CodedReport;
import org.clashmap.event.EventCoder;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Decisions over HTTP: the version they are meant for, what they answer, what is refused, and the history they leave. */
class EventReviewIT {
    private static final String TEXT =
            "Shelling hit the city of Kupiansk in Kharkiv region on Monday, killing two people."
                    + " Russian drones struck 10 km north-west of Zarichne on Sunday.";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static final EventCoder CODER = new EventCoder(new Geoparser(TestServer.GAZETTEER));
    private static int reports;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        token = server.token(Role.PUBLISHER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Keeps the two events of the text anew; the first one's id. */
    private static String lay() {
        String id = "rep-" + ++reports;
        Report report = new Report(
                id,
                TEXT,
                Language.EN,
                LocalDate.of(2025, 4, 8),
                new Report.Source("The Gazette", "A day", null),
                new Report.Receipt("ab".repeat(32), "text/plain", TEXT.length(), "2026-01-01T00:00:00Z", "file"));
        CodedReport coded = CODER.code(report);
        assertEquals(2, coded.events().size());
        server.store().addReport(report, coded);
        return id + "-e1";
    }

    private static HttpResponse<String> patch(String id, String ifMatch, String body) {
        HttpRequest.Builder request = server.request("/api/events/" + id)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
        return server.send(
                ifMatch.isEmpty()
                        ? request.build()
                        : request.header("If-Match", ifMatch).build());
    }

    private static String tag(String id) {
        return TestServer.header(server.get(EventItems.PATH + "/" + id, token), "ETag");
    }

    @Test
    void decisionAnswersTheNewVersionWithItsTag() {
        String id = lay();
        HttpResponse<String> answer = patch(id, tag(id), "{\"action\":\"accept\"}");
        assertEquals(200, answer.statusCode(), answer::body);
        JsonNode properties = TestServer.json(answer).path("properties");
        assertEquals(2, properties.path("version").asInt());
        assertEquals("accepted", properties.path("review").path("status").asString());
        assertEquals(tag(id), TestServer.header(answer, "ETag"));
    }

    @Test
    void changeWithoutItsVersionIs428AndOneThatComesTooLateIs412WithTheCurrentEvent() {
        String id = lay();
        String first = tag(id);
        assertEquals(428, patch(id, "", "{\"action\":\"accept\"}").statusCode());
        assertEquals(400, patch(id, "\"nonsense\"", "{\"action\":\"accept\"}").statusCode());
        assertEquals(200, patch(id, first, "{\"action\":\"accept\"}").statusCode());
        String late = "{\"action\":\"reject\",\"reason_code\":\"wrong_place\"}";
        HttpResponse<String> conflict = patch(id, first, late);
        assertEquals(412, conflict.statusCode());
        JsonNode problem = TestServer.json(conflict);
        assertEquals(
                "accepted",
                problem.path("current")
                        .path("properties")
                        .path("review")
                        .path("status")
                        .asString());
        assertEquals(tag(id), problem.path("etag").asString());
        assertEquals(200, patch(id, problem.path("etag").asString(), late).statusCode());
        assertEquals(404, patch("nobody", first, late).statusCode());
    }

    @Test
    void placeByIdOrPointMovesTheEvent() {
        String id = lay().replace("-e1", "-e2");
        JsonNode moved = TestServer.json(patch(
                id, tag(id), "{\"action\":\"correct\",\"changes\":{\"place\":{\"place\":\"gnp:UA-64417-zarichne\"}}}"));
        assertEquals(
                "settlement_vicinity",
                moved.path("properties").path("geo_level").asString());
        JsonNode named = TestServer.json(
                patch(id, tag(id), "{\"action\":\"correct\",\"changes\":{\"place\":{\"place\":\"gn:703656\"}}}"));
        assertEquals(
                "Drone strike: Kupiansk", named.path("properties").path("title").asString());
        JsonNode pinned = TestServer.json(patch(
                id,
                tag(id),
                "{\"action\":\"correct\",\"changes\":{\"place\":{\"point\":[37.7,49.75],\"uncertainty_m\":300}}}"));
        assertEquals("street", pinned.path("properties").path("geo_level").asString());
        assertEquals(37.7, pinned.path("geometry").path("coordinates").path(0).asDouble());
        assertEquals(
                "person",
                pinned.path("properties").path("geocode").path("method").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"action\":\"bless\"} | action | accept",
                "{} | action | accept",
                "{\"action\":\"accept\",\"verdict\":1} | verdict | action",
                "{\"action\":\"reject\"} | reason_code | not_an_event",
                "{\"action\":\"publish\"} | action | accept",
                "{\"action\":\"correct\"} | changes | sub_event_type",
                "{\"action\":\"correct\",\"changes\":{\"sub_event_type\":\"War\"}} | changes.sub_event_type | Armed clash",
                "{\"action\":\"correct\",\"changes\":{\"place\":{}}} | changes.place | {\"candidate\": n}",
                "{\"action\":\"correct\",\"changes\":{\"place\":{\"point\":[200,1]}}} | changes.place.point | [longitude",
                "{\"action\":\"correct\",\"changes\":{\"when\":{\"date_start\":\"soon\",\"date_end\":null}}} | changes.when.date_start | a day as YYYY-MM-DD",
                "{\"action\":\"correct\",\"changes\":{\"counts\":{\"fatalities\":-1}}} | changes.counts.fatalities | a whole number",
                "{\"action\":\"correct\",\"changes\":{\"actors\":[{\"name\":\"A\",\"role\":\"boss\"}]}} | changes.actors[0].role | initiator",
                "[] | body | a JSON object",
                "{\"action\" | body | a JSON object"
            })
    void invalidChangeNamesTheMemberAndWhatIsAllowed(String body, String member, String allowed) {
        String id = lay();
        HttpResponse<String> answer = patch(id, tag(id), body);
        assertEquals(400, answer.statusCode(), answer::body);
        JsonNode problem = TestServer.json(answer);
        assertEquals(member, problem.path("member").asString());
        assertTrue(problem.path("allowed").toString().contains(allowed.replace("\"", "\\\"")), answer::body);
        assertEquals(1, server.store().find(id).orElseThrow().version());
    }

    @Test
    void reviewerMayNotPublishAndReadersMayNotDecide() {
        String id = lay();
        String publisher = token;
        try {
            token = server.token(Role.REVIEWER);
            assertEquals(200, patch(id, tag(id), "{\"action\":\"accept\"}").statusCode());
            assertEquals(403, patch(id, tag(id), "{\"action\":\"publish\"}").statusCode());
            token = server.token(Role.CONTRIBUTOR);
            assertEquals(403, patch(id, tag(id), "{\"action\":\"reopen\"}").statusCode());
        } finally {
            token = publisher;
        }
        assertEquals(200, patch(id, tag(id), "{\"action\":\"publish\"}").statusCode());
        assertEquals(401, server.get("/api/events/" + id + "/history").statusCode());
    }

    @Test
    void historyTellsWhoDidWhatAndVersionsAreStillThere() {
        String id = lay();
        patch(id, tag(id), "{\"action\":\"accept\"}");
        patch(
                id,
                tag(id),
                "{\"action\":\"correct\",\"reason\":\"saw it\",\"changes\":{\"counts\":{\"fatalities\":3}}}");
        JsonNode history = TestServer.json(server.get("/api/events/" + id + "/history", token));
        assertEquals(id, history.path("id").asString());
        JsonNode revisions = history.path("revisions");
        assertEquals(3, revisions.size());
        assertEquals("create", revisions.path(0).path("action").asString());
        assertEquals("edit", revisions.path(2).path("action").asString());
        assertEquals(
                "corrected counts: saw it", revisions.path(2).path("reason").asString());
        HttpResponse<String> before = server.get("/api/events/" + id + "/versions/2", token);
        assertEquals(
                2, TestServer.json(before).path("properties").path("fatalities").asInt());
        assertEquals(404, server.get("/api/events/" + id + "/versions/9", token).statusCode());
        assertEquals(404, server.get("/api/events/nobody/history", token).statusCode());
    }

    private static HttpResponse<String> post(String path, String ifMatch, String body) {
        HttpRequest.Builder request = server.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return server.send(
                ifMatch.isEmpty()
                        ? request.build()
                        : request.header("If-Match", ifMatch).build());
    }

    private static String tagOf(HttpResponse<String> answer) {
        return TestServer.header(answer, "ETag");
    }

    @Test
    void splitMergeAndUndoLeadToPartsAndBack() {
        String id = lay();
        HttpResponse<String> split = post(
                "/api/events/" + id + "/split",
                tag(id),
                "{\"parts\":[{\"title\":\"One\"},{\"counts\":{\"fatalities\":0}}]}");
        assertEquals(200, split.statusCode(), split::body);
        assertTrue(server.store().find(id).orElseThrow().isWithdrawn());
        assertEquals("One", server.store().find(id + "-p1").orElseThrow().what().title());
        HttpResponse<String> merged =
                post("/api/events/" + id + "-p2/merge", tag(id + "-p2"), "{\"with\":\"" + id + "-p1\"}");
        assertEquals(200, merged.statusCode(), merged::body);
        assertTrue(server.store().find(id + "-p2").orElseThrow().isWithdrawn());
        HttpResponse<String> tooEarly = post("/api/events/" + id + "/undo", tagOf(split), "{}");
        assertEquals(400, tooEarly.statusCode(), tooEarly::body);
        assertEquals(
                200, post("/api/events/" + id + "-p2/undo", tagOf(merged), "").statusCode());
        HttpResponse<String> back = post("/api/events/" + id + "/undo", tagOf(split), "{}");
        assertEquals(200, back.statusCode(), back::body);
        assertEquals(
                "machine",
                TestServer.json(back)
                        .path("properties")
                        .path("review")
                        .path("status")
                        .asString());
        assertTrue(server.store().find(id + "-p1").orElseThrow().isWithdrawn());
        assertEquals(400, post("/api/events/" + id + "/undo", tagOf(back), "{}").statusCode());
    }

    @Test
    void eventsAndProofsComeFromPassages() {
        String id = lay();
        String report = id.substring(0, id.indexOf("-e"));
        HttpResponse<String> added = post(
                "/api/events",
                "",
                "{\"report_id\":\"" + report + "\",\"start\":0,\"end\":82,\"changes\":{\"title\":\"Mine\"}}");
        assertEquals(201, added.statusCode(), added::body);
        JsonNode properties = TestServer.json(added).path("properties");
        assertEquals("Mine", properties.path("title").asString());
        assertEquals("Kupiansk", properties.path("location").asString());
        assertEquals(report + "-a1", properties.path("event_id").asString());
        HttpResponse<String> proved = post(
                "/api/events/" + id + "/sources",
                tag(id),
                "{\"report_id\":\"" + report + "\",\"start\":83,\"end\":144}");
        assertEquals(200, proved.statusCode(), proved::body);
        assertEquals(
                2,
                server.store()
                        .find(id)
                        .orElseThrow()
                        .account()
                        .sources()
                        .getFirst()
                        .evidence()
                        .size());
        assertEquals(
                400,
                post("/api/events", "", "{\"report_id\":\"nobody\",\"start\":0,\"end\":8}")
                        .statusCode());
    }

    @Test
    void queueCandidatesReportAndCorpusFollowWhatIsDecided() {
        String id = lay();
        String second = id.replace("-e1", "-e2");
        String report = id.substring(0, id.indexOf("-e"));
        JsonNode queue = TestServer.json(server.get("/api/review/queue?report=" + report, token));
        assertEquals(second, queue.path("items").path(0).path("id").asString());
        assertTrue(queue.path("items").path(0).path("why").toString().contains("4 places are possible"));
        JsonNode page = TestServer.json(server.get("/api/review/queue?limit=1&report=" + report, token));
        JsonNode rest = TestServer.json(server.get(
                "/api/review/queue?report=" + report + "&after="
                        + page.path("next").asString(),
                token));
        assertEquals(id, rest.path("items").path(0).path("id").asString());
        assertEquals(400, server.get("/api/review/queue?status=odd", token).statusCode());
        assertEquals(400, server.get("/api/review/queue?after=odd", token).statusCode());
        JsonNode candidates = TestServer.json(server.get("/api/review/events/" + second + "/candidates", token))
                .path("candidates");
        assertEquals(4, candidates.size());
        String chosen = candidates.path(1).path("place").asString();
        patch(second, tag(second), "{\"action\":\"correct\",\"changes\":{\"place\":{\"candidate\":2}}}");
        String other = lay().replace("-e1", "-e2");
        JsonNode first = TestServer.json(server.get("/api/review/events/" + other + "/candidates", token))
                .path("candidates")
                .path(0);
        assertEquals(chosen, first.path("place").asString());
        assertTrue(first.path("why").path(0).asString().contains("accepted for this name in this source"));
        patch(id, tag(id), "{\"action\":\"reject\",\"reason_code\":\"not_an_event\"}");
        JsonNode desk = TestServer.json(server.get("/api/review/reports/" + report, token));
        assertEquals(2, desk.path("events").size());
        assertEquals(chosen, desk.path("accepted_places").path(0).path("place").asString());
        assertEquals(TEXT, desk.path("report").path("text").asString());
        assertTrue(desk.path("toponyms").size() >= 2);
        String corpus = server.get("/api/review/corrections?f=jsonl", token).body();
        String line = corpus.lines()
                .filter(l -> l.contains("\"" + report + "\""))
                .findFirst()
                .orElseThrow();
        assertTrue(line.contains("\"not_an_event\""), line);
    }
}
