package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.api.access.Role;
import org.clashmap.event.EventSamples;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The API document is true: every example in it is called, every reference in it is followed. */
class OpenApiIT {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        server.add("rep-1", List.of(EventSamples.at("one", new LonLat(36, 50), null)), List.of());
        document = TestServer.json(server.get("/api/openapi.json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyExampleOfEveryGetAnswersWithTheTypeItSays() {
        int called = 0;
        String token = server.token(Role.ADMINISTRATOR);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            if (get.isMissingNode() || path.getKey().startsWith("/jobs/")) {
                continue; // a job is there only after a batch was handed in
            }
            String address = address(path.getKey(), get)
                    .replace("/events/items/{id}", "/events/items/one")
                    .replace("/places/items/{id}", "/places/items/gn:703448")
                    .replace("/reports/{id}", "/reports/rep-1")
                    .replace("/api/events/{id}", "/api/events/one")
                    .replace("/review/events/{id}", "/review/events/one")
                    .replace("{version}", "1")
                    .replace("/{z}/{row}/{col}", "/0/0/0")
                    .replace("/tileMatrixSets/{set}", "/tileMatrixSets/WebMercatorQuad");
            if (address.equals("/api/live")) {
                continue; // does not end
            }
            HttpResponse<String> answer = server.get(address + "?" + examples(get), token);
            if (answer.statusCode() == 204 && address.endsWith("/0/0/0")) {
                continue; // the example's filter leaves this store's tile empty
            }
            assertEquals(200, answer.statusCode(), address + " " + answer.body());
            String type = get.path("responses")
                    .path("200")
                    .path("content")
                    .propertyNames()
                    .iterator()
                    .next();
            assertEquals(
                    type.split(";", 2)[0],
                    TestServer.header(answer, "Content-Type").split(";", 2)[0],
                    address);
            called++;
        }
        assertTrue(called >= 14, called + " paths");
    }

    @Test
    void everyExampleBodyIsAnswered() {
        List<String> called = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            if (!post.isMissingNode() && !post.has("security")) {
                JsonNode example = post.path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("example");
                String address = address(path.getKey(), post);
                HttpResponse<String> answer = server.post(address, "application/json", example.toString());
                assertEquals(200, answer.statusCode(), answer.body());
                called.add(address);
            }
        });
        assertEquals(List.of("/api/code", "/api/geoparse"), called);
    }

    @Test
    void everyGetRefusesAParameterThatItDoesNotName() {
        String token = server.token(Role.ADMINISTRATOR);
        for (String path : document.path("paths").propertyNames()) {
            if (!document.path("paths").path(path).has("get") || path.contains("{")) {
                continue;
            }
            String address = address(path, document.path("paths").path(path).path("get"));
            assertEquals(
                    400, server.get(address + "?no_such_parameter=1", token).statusCode(), path);
        }
    }

    @Test
    void referencesAreLocalAndLeadSomewhere() {
        Matcher references = Pattern.compile("\"\\$ref\":\"([^\"]*)\"").matcher(document.toString());
        Set<String> seen = new HashSet<>();
        while (references.find()) {
            String reference = references.group(1);
            assertTrue(reference.startsWith("#/"), reference);
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
            seen.add(reference);
        }
        assertTrue(seen.size() >= 6, seen::toString);
    }

    @Test
    void operationsHaveNamesOfTheirOwnAndParametersAreDescribed() {
        Set<String> names = new HashSet<>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertTrue(names.add(operation.path("operationId").asString()), operation::toString);
                    operation
                            .path("parameters")
                            .forEach(parameter -> assertFalse(
                                    parameter.path("description").asString().isEmpty(), parameter::toString));
                }));
        assertEquals("3.0.3", document.path("openapi").asString());
    }

    @Test
    void documentIsTheSameAtEveryStart(@TempDir Path other) throws IOException {
        try (TestServer again = TestServer.start(other)) {
            assertEquals(
                    server.get("/api/openapi.json").body(),
                    again.get("/api/openapi.json").body());
        }
    }

    @Test
    void documentationPageLinksToWorkingExamples() {
        String page = server.get("/api/docs").body();
        String token = server.token(Role.ADMINISTRATOR);
        Matcher links = Pattern.compile("href=\"(/api[^\"]*)\"").matcher(page);
        int followed = 0;
        while (links.find()) {
            String path = links.group(1).replace("&amp;", "&");
            if (path.startsWith("/api/live")) {
                continue; // does not end
            }
            assertEquals(200, server.get(path, token).statusCode(), path);
            followed++;
        }
        assertTrue(followed > 10, page);
    }

    /** The path behind the server that the operation names, or else the document. */
    private static String address(String path, JsonNode operation) {
        JsonNode servers = operation.has("servers") ? operation.path("servers") : document.path("servers");
        String server = servers.path(0).path("url").asString();
        return server.equals("/") ? path : server + path;
    }

    private static String examples(JsonNode operation) {
        Map<String, String> examples = new LinkedHashMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode example = parameter.path("example");
            if (!example.isMissingNode()) {
                String value = example.isArray()
                        ? String.join(
                                ",",
                                example.valueStream().map(JsonNode::asString).toList())
                        : example.asString();
                examples.put(parameter.path("name").asString(), value);
            }
        }
        List<String> pairs = new ArrayList<>();
        examples.forEach((name, value) -> pairs.add(name + "=" + Links.encode(value)));
        return String.join("&", pairs);
    }
}
