package org.clashmap.report.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on 127.0.0.1, which only these tests allow, by the constructor. */
class PageFetcherIT {
    private static final byte[] PAGE = "<html><p>Обстріл</p></html>".getBytes(StandardCharsets.UTF_8);

    private final List<String> agents = new CopyOnWriteArrayList<>();
    private final PageFetcher fetcher = fetcher(Duration.ofSeconds(20));
    private HttpServer server;
    private String root;

    private static PageFetcher fetcher(Duration limit) {
        return new PageFetcher(
                address -> AddressRule.PUBLIC.allows(address)
                        || address.getHostAddress().equals("127.0.0.1"),
                true,
                limit);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        root = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/page", exchange -> {
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            answer(exchange, 200, "text/html; charset=utf-8", PAGE);
        });
        server.createContext("/old", exchange -> redirect(exchange, "/page?a=%D1%96&b"));
        server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
        server.createContext("/inside", exchange -> redirect(exchange, "http://10.0.0.1/"));
        server.createContext("/metadata", exchange -> redirect(exchange, "http://169.254.169.254/latest/"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.createContext("/picture", exchange -> answer(exchange, 200, "image/png", PAGE));
        server.createContext("/gone", exchange -> answer(exchange, 404, "text/html", PAGE));
        server.createContext("/closed", exchange -> answer(exchange, 403, "text/html", PAGE));
        server.createContext("/packed", exchange -> packed(exchange, PAGE));
        server.createContext("/bomb", exchange -> packed(exchange, new byte[PageFetcher.LARGEST_BYTES + 1]));
        server.createContext("/endless", PageFetcherIT::endless);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void packed(HttpExchange exchange, byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        answer(exchange, 200, "text/html", packed.toByteArray());
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] some = new byte[1 << 16];
            while (true) {
                out.write(some);
            }
        }
    }

    private String refusal(String path) {
        String address = path.startsWith("/") ? root + path : path;
        return String.valueOf(
                assertThrows(FetchException.class, () -> fetcher.fetch(address)).getMessage());
    }

    @Test
    void thePageComesAsItIsWithItsLastAddress() throws FetchException {
        Fetched page = fetcher.fetch(root + "/old");
        assertArrayEquals(PAGE, page.bytes());
        assertEquals(root + "/page?a=%D1%96&b", page.address().toString());
        assertEquals("text/html", page.mediaType());
        assertEquals(List.of(PageFetcher.USER_AGENT), agents);
        assertArrayEquals(PAGE, fetcher.fetch(root + "/packed").bytes());
    }

    @Test
    void noRedirectLeadsInside() {
        assertTrue(refusal("/inside").contains("10.0.0.1 is 10.0.0.1, an address inside"), refusal("/inside"));
        assertTrue(refusal("/metadata").contains("169.254.169.254"), refusal("/metadata"));
        assertTrue(refusal("/file").contains("only http and https"), refusal("/file"));
        assertTrue(refusal("/loop").contains("more than 5 times"), refusal("/loop"));
    }

    @Test
    void thisMachineIsClosedToAllButTheTest() {
        PageFetcher plain = new PageFetcher();
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0")) {
            assertThrows(FetchException.class, () -> plain.fetch("http://" + host + ":8080/page"), host);
        }
        String port = String.valueOf(assertThrows(FetchException.class, () -> plain.fetch("http://1.1.1.1:22/"))
                .getMessage());
        assertTrue(port.contains("port 22"), port);
        assertEquals(List.of(), agents);
    }

    @Test
    void whatIsNoPageIsRefusedWithTheReason() {
        assertTrue(refusal("/picture").contains("image/png"), refusal("/picture"));
        assertTrue(refusal("/gone").contains("404"), refusal("/gone"));
        assertTrue(refusal("/closed").contains("Save the page from a browser"), refusal("/closed"));
        assertTrue(refusal("ftp://example.org/x").contains("only http and https"));
        assertTrue(refusal("http://user:word@example.org/").contains("user name or password"));
        assertTrue(refusal("http:///x").contains("host"));
    }

    @Test
    void whatIsTooLargeIsCutOff() {
        assertTrue(refusal("/endless").contains("20 MB"), refusal("/endless"));
        assertTrue(refusal("/bomb").contains("20 MB"), refusal("/bomb"));
    }

    @Test
    void aServerThatDripsIsLeft() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(slow));
            FetchException refused = assertThrows(
                    FetchException.class,
                    () -> fetcher(Duration.ofMillis(600)).fetch("http://127.0.0.1:" + slow.getLocalPort() + "/"));
            assertTrue(String.valueOf(refused.getMessage()).contains("cannot be fetched"), refused.getMessage());
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            for (byte b : "HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(b);
                socket.getOutputStream().flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException gone) {
            // The reader has left, which is what the test is about.
            return;
        }
    }
}
