package org.clashmap.report.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fetches one page on request, over http or https. Each name, also that of each redirect, is resolved once, every address
 * it gives is asked of the {@link AddressRule}, and the connection goes to the very address that was asked, so a name that
 * changes its mind changes nothing. At most {@value #MOST_REDIRECTS} redirects, 20 MB and a minute in all. Cookies,
 * referrers and credentials are never sent. Safe for many threads.
 */
public final class PageFetcher {
    /** Says honestly who asks, so that a site can refuse. */
    public static final String USER_AGENT = "Clashmap/0.1 (reads single pages on request of a person; no crawler)";

    static final int LARGEST_BYTES = 20 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);
    private static final List<String> READ_TYPES = List.of(
            "text/",
            "application/xhtml+xml",
            "application/xml",
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/pdf",
            "application/json",
            "application/jsonl",
            "application/x-ndjson",
            "application/octet-stream",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "message/rfc822");

    private final AddressRule rule;
    private final boolean anyPort;
    private final Duration timeLimit;

    public PageFetcher() {
        this(AddressRule.PUBLIC, false, Duration.ofSeconds(60));
    }

    /**
     * For tests against a server of their own.
     *
     * @param anyPort whether other ports than those of web servers may be connected to
     */
    PageFetcher(AddressRule rule, boolean anyPort, Duration timeLimit) {
        this.rule = rule;
        this.anyPort = anyPort;
        this.timeLimit = timeLimit;
    }

    /** @throws FetchException when the address may not or cannot be fetched, with the reason and the way out */
    public Fetched fetch(String address) throws FetchException {
        long deadline = System.nanoTime() + timeLimit.toNanos();
        URI at = parse(address);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpReply reply = get(at, deadline);
            if (!REDIRECTS.contains(reply.status())) {
                return accept(at, reply);
            }
            String next = reply.header("location");
            if (next.isEmpty()) {
                throw new FetchException(at + " redirects without saying where to");
            }
            at = follow(at, next);
        }
        throw new FetchException(address + " redirects more than " + MOST_REDIRECTS + " times. Open it in a browser and"
                + " give the address it ends at.");
    }

    private static URI follow(URI from, String location) throws FetchException {
        try {
            URI next = parse(from.resolve(new URI(location.replace(" ", "%20"))).toString());
            if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(next.getScheme())) {
                throw new FetchException(
                        from + " redirects from https to the open " + next + ", which is not followed");
            }
            return next;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FetchException(from + " redirects to \"" + location + "\", which is no address", e);
        }
    }

    private static URI parse(String address) throws FetchException {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new FetchException(
                        "\"" + address + "\" is no address of a page: only http and https are fetched");
            }
            if (uri.getHost() == null || uri.getHost().isEmpty()) {
                throw new FetchException("\"" + address + "\" names no host that can be read");
            }
            if (uri.getRawUserInfo() != null) {
                throw new FetchException("\"" + uri.getHost()
                        + "\": an address with a user name or password in it is not" + " fetched. Give it without.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new FetchException("\"" + address + "\" is no address: " + e.getReason(), e);
        }
    }

    private HttpReply get(URI at, long deadline) throws FetchException {
        boolean secure = "https".equalsIgnoreCase(at.getScheme());
        int port = at.getPort() >= 0 ? at.getPort() : secure ? 443 : 80;
        if (!anyPort && !PORTS.contains(port)) {
            throw new FetchException(at + " is on port " + port + ", where no web pages are; "
                    + PORTS.stream().sorted().toList() + " are fetched from");
        }
        InetAddress[] addresses = resolve(at);
        for (InetAddress address : addresses) {
            if (!rule.allows(address)) {
                throw new FetchException(at.getHost() + " is " + address.getHostAddress()
                        + ", an address inside this machine or a private network, which is not fetched from. Save the page"
                        + " and give the file.");
            }
        }
        IOException last = new IOException("no address");
        for (InetAddress address : Arrays.copyOf(addresses, Math.min(3, addresses.length))) {
            try (HttpConnection connection = HttpConnection.open(address, port, secure, at.getHost(), deadline)) {
                return connection.get(at);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new FetchException(at + " cannot be fetched: " + last.getMessage(), last);
    }

    private static InetAddress[] resolve(URI at) throws FetchException {
        try {
            String host = at.getHost();
            return InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException e) {
            throw new FetchException("there is no host " + at.getHost() + ". Check the address and the connection.", e);
        }
    }

    private static Fetched accept(URI at, HttpReply reply) throws FetchException {
        if (reply.status() != 200) {
            throw new FetchException(at + " answers " + reply.status()
                    + (reply.status() == 401 || reply.status() == 402 || reply.status() == 403 || reply.status() == 429
                            ? ": the site does not give it to programs. Save the page from a browser and give the file."
                            : ". Check the address."));
        }
        String type = reply.header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && READ_TYPES.stream().noneMatch(type::startsWith)) {
            throw new FetchException(at + " is of type " + type + ", which holds no report that can be read");
        }
        return new Fetched(at, type, reply.body());
    }
}
