package org.clashmap.gazetteer.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a server that misbehaves in the ways servers and networks do. */
class GeoNamesDownloadIT {
    private static final byte[] ZIP = zip();

    @TempDir
    private Path layers;

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Answer> answers = new ArrayDeque<>();
    private @org.jspecify.annotations.Nullable HttpServer server;

    /** How one request is answered. */
    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** Text that does not compress away, so that the archive can be cut in many places. */
    private static byte[] zip() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(random.nextInt()).append('\n');
        }
        try {
            return LayerRun.zip("UA.txt", text.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        started.createContext("/", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
            Answer answer;
            synchronized (answers) {
                answer = answers.isEmpty() ? whole() : answers.removeFirst();
            }
            try (exchange) {
                answer.to(exchange);
            }
        });
        started.start();
        server = started;
    }

    @AfterEach
    void stop() {
        running().stop(0);
    }

    private HttpServer running() {
        return java.util.Objects.requireNonNull(server);
    }

    private GeoNamesDownload download() {
        URI from = URI.create("http://127.0.0.1:" + running().getAddress().getPort() + "/export/dump");
        GeoNamesDownload.Patience patience =
                new GeoNamesDownload.Patience(Duration.ofMillis(500), 4, Duration.ofSeconds(1), pauses::add);
        return new GeoNamesDownload(from, layers, patience, Progress.silent());
    }

    private static Answer whole() {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.sendResponseHeaders(200, ZIP.length);
            exchange.getResponseBody().write(ZIP);
        };
    }

    /** Promises all, sends some, and hangs up. */
    private static Answer brokenOffAfter(int bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.sendResponseHeaders(200, ZIP.length);
            OutputStream body = exchange.getResponseBody();
            body.write(ZIP, 0, bytes);
            body.flush();
        };
    }

    private static Answer rest(int from, String total) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (ZIP.length - 1) + "/" + total);
            exchange.sendResponseHeaders(206, ZIP.length - from);
            exchange.getResponseBody().write(ZIP, from, ZIP.length - from);
        };
    }

    private static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private String refused() {
        LayerException refused =
                assertThrows(LayerException.class, () -> download().fetchPlaces("UA"));
        assertFalse(Files.exists(layers.resolve(".fetch/UA.zip")), "no half file gets its name");
        return String.valueOf(refused.getMessage());
    }

    @Test
    void aWholeFileGetsItsNameAndThePartIsGone() throws IOException {
        GeoNamesDownload.Fetched fetched = download().fetchPlaces("ua");
        assertArrayEquals(ZIP, Files.readAllBytes(fetched.file()));
        assertEquals(List.of("/export/dump/UA.zip"), requests);
        assertTrue(fetched.url().endsWith("/export/dump/UA.zip"), fetched.url());
        try (var list = Files.list(layers.resolve(".fetch"))) {
            assertEquals(List.of(fetched.file()), list.toList());
        }
    }

    @Test
    void namesComeFromTheirOwnFolder() throws IOException {
        download().fetchNames("UA");
        assertEquals(List.of("/export/dump/alternatenames/UA.zip"), requests);
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBrokeOff() throws IOException {
        answers.add(brokenOffAfter(50_000));
        answers.add(rest(50_000, String.valueOf(ZIP.length)));
        assertArrayEquals(ZIP, Files.readAllBytes(download().fetchPlaces("UA").file()));
        assertEquals(List.of("/export/dump/UA.zip", "/export/dump/UA.zip bytes=50000-"), requests);
        assertEquals(List.of(Duration.ofSeconds(1)), pauses);
    }

    @Test
    void anotherRunTakesUpWhatOneLeft() throws IOException {
        answers.addAll(List.of(brokenOffAfter(50_000), status(503), status(503), status(503)));
        refused();
        answers.add(rest(50_000, String.valueOf(ZIP.length)));
        assertArrayEquals(ZIP, Files.readAllBytes(download().fetchPlaces("UA").file()));
        assertEquals("/export/dump/UA.zip bytes=50000-", requests.getLast());
    }

    @Test
    void aServerWithoutRangesIsReadFromTheStart() throws IOException {
        answers.add(brokenOffAfter(50_000));
        answers.add(whole());
        assertArrayEquals(ZIP, Files.readAllBytes(download().fetchPlaces("UA").file()));
    }

    @Test
    void aFileThatChangedMeanwhileIsNotGluedTogether() throws IOException {
        answers.add(brokenOffAfter(50_000));
        answers.add(rest(50_000, "99999999"));
        answers.add(whole());
        assertArrayEquals(ZIP, Files.readAllBytes(download().fetchPlaces("UA").file()));
        assertEquals("/export/dump/UA.zip", requests.getLast());
    }

    @Test
    void serverErrorsAreTriedAgainWithGrowingPauses() throws IOException {
        answers.add(status(500));
        answers.add(status(503));
        assertArrayEquals(ZIP, Files.readAllBytes(download().fetchPlaces("UA").file()));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
    }

    @Test
    void aServerThatNeverRecoversIsGivenUpWithTheWayOut() {
        answers.addAll(List.of(status(500), status(500), status(500), status(500)));
        String message = refused();
        assertTrue(message.contains("4 attempts") && message.contains("status 500"), message);
        assertEquals(4, requests.size());
    }

    @Test
    void anAnswerLongerThanPromisedIsNoWholeArchive() {
        byte[] half = Arrays.copyOf(ZIP, ZIP.length / 2);
        Answer lie = exchange -> {
            exchange.sendResponseHeaders(200, half.length);
            exchange.getResponseBody().write(half);
        };
        answers.addAll(List.of(lie, lie, lie, lie));
        assertTrue(refused().contains("no whole zip archive"));
    }

    @Test
    void anAnswerShorterThanPromisedIsNotTakenForWhole() {
        answers.addAll(List.of(brokenOffAfter(1_000), status(416), brokenOffAfter(1_000), status(416)));
        refused();
    }

    @Test
    void aWebPageIsRefusedAtOnce() {
        answers.add(exchange -> {
            byte[] page = "<html>Sign in to the network</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        });
        String message = refused();
        assertTrue(message.contains("text/html") && message.contains("sign-in page"), message);
        assertEquals(1, requests.size());
    }

    @Test
    void aCountryWithoutADumpIsToldAtOnce() {
        answers.add(status(404));
        assertTrue(refused().contains("country code"));
        assertEquals(1, requests.size());
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws IOException {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(200, ZIP.length);
            exchange.getResponseBody().write(ZIP, 0, 10_000);
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertArrayEquals(ZIP, Files.readAllBytes(download().fetchPlaces("UA").file()));
        assertTrue(requests.size() >= 2, requests.toString());
    }

    @Test
    void whatIsNoCountryIsRefusedBeforeAnyRequest() {
        for (String country : List.of("UKR", "../UA", "U", "", "U1")) {
            assertThrows(LayerException.class, () -> download().fetchPlaces(country), country);
        }
        assertEquals(List.of(), requests);
    }
}
