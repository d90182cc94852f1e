package org.clashmap.report.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One GET over HTTP/1.1 (RFC 9112) to an address that is given as a number, with the name for the host header and the
 * certificate. The JDK's client resolves names itself, a second time, and so cannot be held to an address that was
 * checked. Every read waits no longer than the deadline; the reply is cut off at the largest size.
 */
final class HttpConnection implements AutoCloseable {
    private static final int LONGEST_HEAD_BYTES = 64 * 1024;
    private static final int CONNECT_MILLIS = 10_000;

    private final Socket socket;
    private final long deadline;

    private HttpConnection(Socket socket, long deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    /** @param deadline by {@link System#nanoTime} */
    static HttpConnection open(InetAddress address, int port, boolean secure, String host, long deadline)
            throws IOException {
        Socket plain = new Socket();
        boolean opened = false;
        try {
            plain.connect(new InetSocketAddress(address, port), Math.min(CONNECT_MILLIS, millisLeft(deadline)));
            plain.setSoTimeout(millisLeft(deadline));
            Socket socket = secure ? secured(plain, host, port) : plain;
            opened = true;
            return new HttpConnection(socket, deadline);
        } finally {
            if (!opened) {
                plain.close();
            }
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (host.codePoints().anyMatch(Character::isLetter) && host.indexOf(':') < 0) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int millisLeft(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("it takes too long");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    HttpReply get(URI at) throws IOException {
        String path = at.getRawPath() == null || at.getRawPath().isEmpty() ? "/" : at.getRawPath();
        String query = at.getRawQuery() == null ? "" : "?" + at.getRawQuery();
        String port = at.getPort() < 0 ? "" : ":" + at.getPort();
        String request = "GET " + ascii(path + query) + " HTTP/1.1\r\nHost: " + at.getHost() + port
                + "\r\nUser-Agent: " + PageFetcher.USER_AGENT
                + "\r\nAccept: text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.5"
                + "\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        InputStream in = new Timed(new BufferedInputStream(socket.getInputStream()));
        int status = status(line(in));
        Map<String, String> headers = headers(in);
        while (status >= 100 && status < 200) {
            status = status(line(in));
            headers = headers(in);
        }
        return new HttpReply(status, headers, status == 200 ? body(in, headers) : new byte[0]);
    }

    /** A path as it goes over the wire: letters beyond ASCII percent-encoded, so that no line can be broken into. */
    private static String ascii(String path) {
        return URI.create(path).toASCIIString();
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (!words[0].startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("the server does not speak HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        int size = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            size += line.length();
            if (size > LONGEST_HEAD_BYTES) {
                throw new IOException("the head of the reply has no end");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the reply breaks off");
            }
            line.write(b);
            if (line.size() > LONGEST_HEAD_BYTES) {
                throw new IOException("the head of the reply has no end");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        byte[] sent;
        String length = headers.getOrDefault("content-length", "");
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            sent = chunks(in);
        } else if (length.matches("\\d{1,18}")) {
            if (Long.parseLong(length) > PageFetcher.LARGEST_BYTES) {
                throw tooLarge();
            }
            sent = in.readNBytes(Integer.parseInt(length));
            if (sent.length < Integer.parseInt(length)) {
                throw new EOFException("the reply breaks off after " + sent.length + " of " + length + " bytes");
            }
        } else {
            sent = limited(in);
        }
        String encoding = headers.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT);
        if (encoding.equals("gzip") || encoding.equals("x-gzip")) {
            try (InputStream unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(sent))) {
                return limited(unpacked);
            }
        }
        if (!encoding.isEmpty() && !encoding.equals("identity")) {
            throw new IOException("the server packs the page as " + encoding + ", which was not asked for");
        }
        return sent;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                throw new IOException("the reply is broken: \"" + size + "\" is no size of a chunk");
            }
            long bytes = Long.parseLong(size, 16);
            if (bytes == 0) {
                return body.toByteArray();
            }
            if (body.size() + bytes > PageFetcher.LARGEST_BYTES) {
                throw tooLarge();
            }
            byte[] chunk = in.readNBytes((int) bytes);
            if (chunk.length < bytes) {
                throw new EOFException("the reply breaks off");
            }
            body.write(chunk);
            line(in);
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(PageFetcher.LARGEST_BYTES + 1);
        if (bytes.length > PageFetcher.LARGEST_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    private static IOException tooLarge() {
        return new IOException("it has more than " + PageFetcher.LARGEST_BYTES / 1024 / 1024 + " MB");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Reads that together end by the deadline, however slowly the bytes drip. */
    private final class Timed extends FilterInputStream {
        Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(millisLeft(deadline));
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            socket.setSoTimeout(millisLeft(deadline));
            return super.read(into, from, length);
        }
    }
}
