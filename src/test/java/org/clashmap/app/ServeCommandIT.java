package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as the command line starts it. */
class ServeCommandIT {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void sampleIsOnTheMapAndLoadingItTwiceChangesNothing() throws IOException, InterruptedException {
        JsonNode first;
        try (Serving serving = new Serving(folder)) {
            first = serving.get("api/collections/events/items?map_tier=1,2,3");
            JsonNode landing = serving.get("api");
            assertTrue(landing.path("sample").asBoolean());
            // A clash, a drone strike, shelling and a mine at least; what did not happen is left out.
            assertTrue(serving.get("api/collections/events/items")
                            .path("numberMatched")
                            .asInt()
                    >= 4);
            JsonNode reports = serving.get("api/reports").path("reports");
            assertEquals(1, reports.size());
            assertTrue(reports.path(0).path("title").asString().startsWith("Invented report"));
        }
        try (Serving again = new Serving(folder)) {
            JsonNode second = again.get("api/collections/events/items?map_tier=1,2,3");
            assertEquals(first.path("features"), second.path("features"));
        }
    }

    @Test
    void takenPortNamesItAndTheOption() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            CommandLineRun run = CommandLineRun.of("serve", "--port", port, "--data", folder.toString());
            assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
            assertTrue(run.err().contains(port) && run.err().contains("--port"), run.err());
        }
    }

    @Test
    void missingWebFolderIsNamed() {
        CommandLineRun run = CommandLineRun.of("serve", "--web-dir", "no-such-folder", "--data", folder.toString());
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains("no-such-folder"), run.err());
    }

    /** A server that runs in a thread of its own until it is closed. */
    private static final class Serving implements AutoCloseable {
        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final Thread thread;
        private final String address;

        Serving(Path data) throws InterruptedException {
            thread = Thread.ofPlatform()
                    .start(() -> Main.run(
                            new PrintWriter(out),
                            new PrintWriter(err),
                            "serve",
                            "--port",
                            "0",
                            "--sample",
                            "--data",
                            data.toString()));
            address = awaitAddress();
        }

        private String awaitAddress() throws InterruptedException {
            while (thread.isAlive()) {
                Matcher match = ADDRESS.matcher(out.toString());
                if (match.find()) {
                    return match.group();
                }
                Thread.sleep(20);
            }
            throw new AssertionError("the server did not start: " + err);
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(address + path)).build();
                String body = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                return JsonMapper.builder().build().readTree(body);
            }
        }

        @Override
        public void close() throws IOException {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
