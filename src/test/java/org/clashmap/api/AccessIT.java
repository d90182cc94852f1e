package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.clashmap.api.access.Role;
import org.clashmap.api.access.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Who may use which route: a server with one route for each role, and the real one. */
class AccessIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Tokens tokens;
    private Javalin server;

    @BeforeEach
    void start() {
        tokens = Tokens.open(folder, TestServer.CLOCK);
        Access access = new Access(tokens, Role.CONTRIBUTOR, TestServer.CLOCK);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            Problems.register(config.routes);
            config.routes.before(access::identify);
            config.routes.get("/api/session", ctx -> Access.writeSession(ctx, RequestParameters.of(ctx, List.of())));
            for (Role role : Role.values()) {
                if (role != Role.READER) {
                    Route route = write(role);
                    config.routes.addHttpHandler(route.method(), route.path(), route.handler());
                }
            }
        });
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Route write(Role least) {
        return Route.write(
                HandlerType.PATCH,
                "/" + least.wire(),
                new Route.Says("write" + least, "Test", "Writes", "text/plain", "text"),
                List.of(),
                null,
                least,
                (ctx, parameters) -> ctx.result(Access.nameOf(ctx).orElse("nobody")));
    }

    private HttpResponse<String> patch(String path, @Nullable String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(path.startsWith("/api") ? "GET" : "PATCH", HttpRequest.BodyPublishers.noBody());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "READER", mode = EnumSource.Mode.EXCLUDE)
    void eachRoleWritesWhatItsOwnRoutesAndThoseBeforeItTake(Role role) {
        String token = "Bearer " + tokens.add("Olena", role).secret();
        for (Role least : Role.values()) {
            if (least == Role.READER) {
                continue;
            }
            HttpResponse<String> answer = patch("/" + least.wire(), token);
            if (role.includes(least)) {
                assertEquals(200, answer.statusCode(), answer.body());
                assertEquals("Olena", answer.body());
            } else {
                assertEquals(403, answer.statusCode(), answer.body());
                assertTrue(TestServer.header(answer, "WWW-Authenticate").contains("insufficient_scope"));
                assertTrue(TestServer.json(answer).path("detail").asString().contains(least.wire()));
            }
        }
    }

    @Test
    void withoutATokenWritingIsAProblemThatSaysTheWayOut() {
        HttpResponse<String> answer = patch("/reviewer", null);
        assertEquals(401, answer.statusCode());
        assertEquals("application/problem+json", TestServer.header(answer, "Content-Type"));
        assertEquals("Bearer realm=\"clashmap\"", TestServer.header(answer, "WWW-Authenticate"));
        assertEquals("reviewer", TestServer.json(answer).path("role").asString());
        // A name and password of a proxy in front is no token, and reading goes on.
        assertEquals(401, patch("/reviewer", "Basic YTpi").statusCode());
        assertEquals(200, patch("/api/session", "Basic YTpi").statusCode());
    }

    @Test
    void wrongTokenIsRefusedForReadingToo() {
        HttpResponse<String> answer = patch("/api/session", "Bearer cmt_wrong");
        assertEquals(401, answer.statusCode());
        assertTrue(TestServer.header(answer, "WWW-Authenticate").contains("invalid_token"));
        assertFalse(answer.body().contains("cmt_wrong"));
    }

    @Test
    void sessionNamesRoleAndName() {
        JsonNode nobody = TestServer.json(patch("/api/session", null));
        assertEquals("reader", nobody.path("role").asString());
        assertTrue(nobody.path("name").isNull());
        String secret = tokens.add("Olena", Role.PUBLISHER).secret();
        JsonNode somebody = TestServer.json(patch("/api/session", "bearer " + secret));
        assertEquals("publisher", somebody.path("role").asString());
        assertEquals("Olena", somebody.path("name").asString());
    }

    @Test
    void whoKeepsTryingIsToldToWaitButARightTokenPasses() {
        HttpResponse<String> last = patch("/reviewer", "Bearer wrong");
        for (int i = 0; i < 12; i++) {
            last = patch("/reviewer", "Bearer wrong-" + i);
        }
        assertEquals(429, last.statusCode());
        assertEquals("60", TestServer.header(last, "Retry-After"));
        String secret = tokens.add("Olena", Role.REVIEWER).secret();
        assertEquals(200, patch("/reviewer", "Bearer " + secret).statusCode());
    }

    @Test
    void revokedTokenIsRefusedFromTheNextRequestOn() {
        Tokens.Made made = tokens.add("Olena", Role.REVIEWER);
        assertEquals(200, patch("/reviewer", "Bearer " + made.secret()).statusCode());
        tokens.revoke(made.token().id());
        assertEquals(401, patch("/reviewer", "Bearer " + made.secret()).statusCode());
    }

    @Test
    void onlyQuestionsAreOpenToAllThatAreNoReading() throws IOException {
        try (TestServer real = TestServer.start(folder.resolve("real"))) {
            JsonNode paths = TestServer.json(real.get("/api/openapi.json")).path("paths");
            for (Map.Entry<String, JsonNode> path : paths.properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    boolean question =
                            path.getKey().equals("/code") || path.getKey().equals("/geoparse");
                    boolean reads = method.getKey().equals("get");
                    assertTrue(
                            question || reads || method.getValue().has("security"),
                            method.getKey() + " " + path.getKey() + " writes without a token");
                }
            }
        }
    }

    @Test
    void noPageOfAnotherOriginMaySendATokenAlong() throws IOException {
        try (TestServer real = TestServer.start(folder.resolve("real"))) {
            HttpResponse<String> preflight = real.send(real.request(EventItems.PATH)
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .build());
            assertFalse(
                    TestServer.header(preflight, "Access-Control-Allow-Headers").contains("Authorization"));
            assertFalse(
                    TestServer.header(preflight, "Access-Control-Allow-Methods").contains("PATCH"));
            assertTrue(TestServer.header(real.get(EventItems.PATH), "Vary").contains("Authorization"));
        }
    }

    @Test
    void bodyThatIsTooLargeOrTooSlowIsRefused() throws IOException {
        InputStream body = new ByteArrayInputStream(new byte[100]);
        ProblemException large =
                assertThrows(ProblemException.class, () -> RequestBody.read(body, 99, "Send less.", () -> 0));
        assertEquals(413, large.status());
        assertTrue(large.detail().contains("99 bytes. Send less."), large.detail());
        // Every look at the time is half a minute later.
        AtomicLong nanos = new AtomicLong();
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return 1;
            }
        };
        ProblemException late = assertThrows(
                ProblemException.class, () -> RequestBody.read(slow, 1000, "", () -> nanos.getAndAdd(30_000_000_000L)));
        assertEquals(408, late.status());
        InputStream idle = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(new TimeoutException("Idle timeout expired"));
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        ProblemException silent =
                assertThrows(ProblemException.class, () -> RequestBody.read(idle, 1000, "", System::nanoTime));
        assertEquals(408, silent.status());
        assertEquals(3, RequestBody.read(new ByteArrayInputStream(new byte[3]), 3, "", System::nanoTime).length);
    }
}
