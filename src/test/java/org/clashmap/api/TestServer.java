package org.clashmap.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clashmap.api.access.Role;
import org.clashmap.api.access.Tokens;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.event.Omission;
import org.clashmap.event.publish.Publisher;
import org.clashmap.event.publish.Release;
import org.clashmap.event.publish.Rules;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import org.clashmap.store.GeoPackageStore;
import org.clashmap.text.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server over a store in a folder, and a client that talks to it. */
final class TestServer implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z"));
    static final Gazetteer GAZETTEER = CompactGazetteer.load(Path.of("geodata"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final EventStore store;
    private final Tokens tokens;
    private final ApiServer server;

    private TestServer(EventStore store, Tokens tokens, ApiServer server) {
        this.store = store;
        this.tokens = tokens;
        this.server = server;
    }

    /** @param folder gets a store, a web folder and a geodata folder */
    static TestServer start(Path folder) throws IOException {
        return start(folder, GeoPackageStore.open(Files.createDirectories(folder.resolve("data")), CLOCK));
    }

    static TestServer start(Path folder, EventStore store) throws IOException {
        return start(folder, store, Release.ALL, CLOCK);
    }

    static TestServer start(Path folder, EventStore store, Release release, InstantSource clock) throws IOException {
        Path web = Files.createDirectories(folder.resolve("web"));
        Files.createDirectories(folder.resolve("geodata").resolve("basemap"));
        Geoparser geoparser = new Geoparser(GAZETTEER);
        Tokens tokens = Tokens.open(folder.resolve("data"), CLOCK);
        Holdings holdings = new Holdings(
                store,
                GAZETTEER,
                geoparser,
                new EventCoder(geoparser),
                clock,
                Optional.of("rep-sample"),
                new Guard(tokens, new Publisher(Rules.standard(), release, GAZETTEER)));
        ApiServer.Settings settings = new ApiServer.Settings("127.0.0.1", 0, web, folder.resolve("geodata"));
        return new TestServer(store, tokens, ApiServer.start(holdings, settings));
    }

    EventStore store() {
        return store;
    }

    /** A new token of a role. */
    String token(Role role) {
        return tokens.add("test " + role.wire(), role).secret();
    }

    /** The same request as {@link #get}, with a token. */
    HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).build());
    }

    int port() {
        return server.port();
    }

    /** Keeps events under a report. */
    void add(String reportId, List<Event> events, List<Omission> omissions) {
        Report report = new Report(
                reportId,
                "Shelling <b>hit</b> Верхня 💥.",
                Language.EN,
                null,
                new Report.Source("The Gazette", "A day", null),
                new Report.Receipt("ab".repeat(32), "text/plain", 29, "2026-01-01T00:00:00Z", "file"));
        store.addReport(report, new CodedReport(events, omissions, List.of()));
    }

    HttpRequest.Builder request(String path) {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create("http://127.0.0.1:" + port() + path);
        return HttpRequest.newBuilder(address);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path, String mediaType, String body) {
        return send(request(path)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The body of an answer that must be JSON. */
    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
