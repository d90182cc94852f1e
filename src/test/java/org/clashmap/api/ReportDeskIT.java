package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.api.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports handed in over HTTP: as text, as files, in batches, as a stream, and what cannot be read. */
class ReportDeskIT {
    private static final String SHELLING = "Shelling hit the city of Kupiansk in Kharkiv region on Monday.";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        token = server.token(Role.CONTRIBUTOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(String query, String type, String accept, String body) {
        return server.send(server.request("/api/reports" + query)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> post(String body) {
        return post("", "application/json", "application/json", body);
    }

    @Test
    void textIsCodedAndKeptOnce() {
        String body = "{\"text\":\"" + SHELLING + "\",\"published\":\"2025-04-08\",\"publisher\":\"The Gazette\"}";
        HttpResponse<String> answer = post(body);
        assertEquals(201, answer.statusCode(), answer::body);
        JsonNode kept = TestServer.json(answer);
        String report = kept.path("report_id").asString();
        assertEquals(report + "-e1", kept.path("events").path(0).asString());
        assertEquals("/api/reports/" + report, TestServer.header(answer, "Location"));
        assertTrue(server.store().findReceived(report).isPresent());
        HttpResponse<String> again = post(body);
        assertEquals(200, again.statusCode());
        assertEquals(
                "report_known",
                TestServer.json(again).path("notices").path(0).path("code").asString());
        assertEquals(1, server.store().find(report + "-e1").orElseThrow().version());
    }

    @Test
    void fileIsReadByItsContent() {
        String page =
                "<!doctype html><html><head><title>News</title></head><body><article><p>Shelling hit Chuhuiv on Sunday."
                        + "</p><p>Officials said the fire went on for an hour and hit two houses.</p></article></body></html>";
        HttpResponse<String> answer =
                post("?name=page.html&published=2025-04-08", "text/html", "application/json", page);
        assertEquals(201, answer.statusCode(), answer::body);
        String report = TestServer.json(answer).path("report_id").asString();
        assertFalse(server.store().findReport(report).orElseThrow().text().contains("<p>"));
    }

    @Test
    void streamTellsReportEventsAndEnd() {
        HttpResponse<String> answer = post(
                "",
                "application/json",
                "text/event-stream, application/json;q=0.5",
                "{\"text\":\"Drones struck Kharkiv on Sunday. The army could attack Sumy tomorrow.\",\"published\":\"2025-04-08\"}");
        assertEquals(
                "text/event-stream", TestServer.header(answer, "Content-Type").split(";", 2)[0]);
        List<String> names = new ArrayList<>();
        JsonMapper json = JsonMapper.builder().build();
        for (String message : answer.body().split("\n\n", 0)) {
            String[] lines = message.split("\n", 2);
            names.add(lines[0].substring("event: ".length()));
            assertTrue(json.readTree(lines[1].substring("data: ".length())).isObject(), message);
        }
        assertEquals("report", names.getFirst());
        assertTrue(names.contains("event"), names::toString);
        assertTrue(names.contains("omission"), names::toString);
        assertEquals("done", names.getLast());
    }

    @Test
    void batchGoesOnInTheBackground() throws InterruptedException {
        String lines = """
                {"id":"1","text":"Shelling hit Izium on Monday.","published":"2025-04-08"}
                {"id":"2","text":"Shelling hit Lyman on Monday.","published":"2025-04-08"}
                """;
        HttpResponse<String> answer = post("?name=two.jsonl", "application/x-ndjson", "text/event-stream", lines);
        assertEquals(202, answer.statusCode(), answer::body);
        String path = TestServer.header(answer, "Location");
        JsonNode job = TestServer.json(server.get(path, token));
        while (!job.path("status").asString().equals("done")) {
            Thread.sleep(20);
            job = TestServer.json(server.get(path, token));
        }
        assertEquals(2, job.path("stored").asInt());
        assertEquals(2, job.path("report_ids").size());
        assertEquals(404, server.get("/api/jobs/job-99", token).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | body",
                "{\"text\":\"a\",\"address\":\"b\"} | 400 | body",
                "{\"text\":\"a\",\"lang\":\"tlh\"} | 400 | lang",
                "{\"text\":\"a\",\"published\":\"soon\"} | 400 | published",
                "{\"text\":5} | 400 | text",
                "{\"text\":\"a\",\"author\":\"b\"} | 400 | author",
                "{\"text\":\"\"} | 422 |",
                "{\"address\":\"http://127.0.0.1/secret\"} | 422 | address",
                "{\"address\":\"file:///etc/passwd\"} | 422 | address"
            })
    void whatCannotBeReadIsToldByItsMember(String body, int status, String member) {
        HttpResponse<String> answer = post(body);
        assertEquals(status, answer.statusCode(), answer::body);
        if (member != null) {
            assertEquals(member, TestServer.json(answer).path("member").asString());
        }
    }

    @Test
    void readersMayNotHandIn() {
        HttpResponse<String> answer = server.post("/api/reports", "application/json", "{\"text\":\"a\"}");
        assertEquals(401, answer.statusCode());
        assertEquals(401, server.get("/api/jobs/job-1").statusCode());
    }
}
