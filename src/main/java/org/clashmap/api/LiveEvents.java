package org.clashmap.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventStore;
import org.clashmap.event.publish.Audience;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.IndexView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changes, as server-sent events: {@code created}, {@code updated} and {@code withdrawn} as a reader of the filtered set
 * sees it, each with the cursor of the change as its id. A client that resumes behind changes whose events it may no longer
 * see is told to {@code reset}, that is to load again. Each client is served on a thread of its own that keeps nothing but a
 * cursor and the last state: a slow one delays itself alone, and one that is gone is noticed at the next beat.
 */
final class LiveEvents implements AutoCloseable {
    static final String PATH = "/api/live";
    static final String MEDIA_TYPE = "text/event-stream";

    private static final int MOST_CLIENTS = 1000;
    private static final int BATCH = 500;
    private static final long BEAT_MILLIS = 15_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final List<Parameter> PARAMETERS = FilterParameters.with(
            Parameter.query(
                    "features",
                    "Whether the whole feature comes along.",
                    Members.of("type", "boolean", "default", false),
                    "true"),
            Parameter.query(
                    "cursor",
                    "The change to go on behind, where the header Last-Event-ID cannot be set.",
                    Members.of("type", "integer", "minimum", 0),
                    "1"));

    private final Holdings holdings;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);
    private final Object bell = new Object();
    private EventStore.@Nullable Watch watch;
    private long rings;
    private volatile boolean closed;

    LiveEvents(Holdings holdings) {
        this.holdings = holdings;
    }

    /** From the first client on. */
    private void follow() {
        synchronized (bell) {
            if (watch == null && !closed) {
                watch = holdings.store().onChange(this::ring);
            }
        }
    }

    private void ring() {
        synchronized (bell) {
            rings++;
            bell.notifyAll();
        }
    }

    void write(Context ctx, RequestParameters parameters) throws IOException {
        IndexFilter filter = FilterParameters.read(parameters);
        boolean features = parameters.parse("features", LiveEvents::flag).orElse(false);
        Optional<Long> resumed = resumption(ctx, parameters);
        if (ctx.method().equals(HandlerType.HEAD)) {
            ctx.contentType(MEDIA_TYPE);
            return;
        }
        if (!places.tryAcquire()) {
            throw ProblemException.of(503, "As many live clients are served as this server takes; try again later.");
        }
        try {
            follow();
            ctx.contentType(MEDIA_TYPE);
            ctx.header("Cache-Control", "no-store");
            ctx.header("X-Accel-Buffering", "no");
            IndexView view = holdings.index().view();
            // Not Javalin's stream, which would hold back what it compresses.
            Client client = new Client(ctx.res().getOutputStream(), filter, features, view);
            client.cursor = resumed.orElseGet(() -> holdings.store().lastChange());
            client.say(": connected\n\n");
            if (resumed.isPresent()) {
                client.catchUp();
            }
            serve(client);
        } catch (IOException gone) {
            // The client has left; there is nobody to tell.
        } finally {
            places.release();
        }
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static Optional<Long> resumption(Context ctx, RequestParameters parameters) {
        String header = ctx.header("Last-Event-ID");
        Optional<Long> asked = parameters.parse("cursor", LiveEvents::cursor);
        try {
            return header == null || header.isBlank() ? asked : Optional.of(cursor(header));
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badParameter("Last-Event-ID", String.valueOf(header), "the id of an event of here");
        }
    }

    private static long cursor(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("the id of an event of this stream, a whole number");
        }
        return Long.parseLong(text);
    }

    private void serve(Client client) throws IOException {
        long seen = -1;
        while (!closed) {
            synchronized (bell) {
                if (rings == seen) {
                    try {
                        bell.wait(BEAT_MILLIS);
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
                seen = rings;
            }
            if (!closed && !client.tellChanges()) {
                client.say(":\n\n");
            }
        }
    }

    /** One reader; used by its own thread. */
    private final class Client {
        private final OutputStream out;
        private final IndexFilter filter;
        private final boolean features;
        private IndexView before;
        private long cursor;

        Client(OutputStream out, IndexFilter filter, boolean features, IndexView before) {
            this.out = out;
            this.filter = filter;
            this.features = features;
            this.before = before;
        }

        /** What has changed behind a cursor of long ago, of which no earlier state is known. */
        void catchUp() throws IOException {
            boolean lost = false;
            for (List<EventChange> some = next(); !some.isEmpty(); some = next()) {
                for (EventChange change : some) {
                    Optional<String> now = before.find(change.eventId(), filter, Audience.PUBLIC);
                    lost |= now.isEmpty();
                    if (now.isPresent()) {
                        tell(change.kind() == EventChange.Kind.CREATED ? "created" : "updated", change, now);
                    }
                    cursor = change.cursor();
                }
            }
            if (lost) {
                say("id: " + cursor + "\nevent: reset\ndata: {\"data_version\":" + before.dataVersion() + "}\n\n");
            }
        }

        private List<EventChange> next() {
            List<EventChange> changes = holdings.store().listChanges(cursor, BATCH);
            return changes.stream()
                    .filter(change -> change.dataVersion() <= before.dataVersion())
                    .toList();
        }

        /** False when nothing was said. */
        boolean tellChanges() throws IOException {
            IndexView now = holdings.index().view();
            IndexView earlier = before;
            before = now;
            boolean said = false;
            for (List<EventChange> some = next(); !some.isEmpty(); some = next()) {
                for (EventChange change : some) {
                    boolean was = earlier.find(change.eventId(), filter, Audience.PUBLIC)
                            .isPresent();
                    Optional<String> is = now.find(change.eventId(), filter, Audience.PUBLIC);
                    if (was || is.isPresent()) {
                        tell(is.isEmpty() ? "withdrawn" : was ? "updated" : "created", change, is);
                        said = true;
                    }
                    cursor = change.cursor();
                }
            }
            return said;
        }

        private void tell(String kind, EventChange change, Optional<String> document) throws IOException {
            ObjectNode data = JSON.createObjectNode();
            data.put("id", change.eventId());
            document.map(JSON::readTree).ifPresent(feature -> {
                JsonNode properties = feature.path("properties");
                data.set("version", properties.path("version"));
                data.set("title", properties.path("title"));
                if (features) {
                    data.set("feature", feature);
                }
            });
            data.put("data_version", change.dataVersion());
            say("id: " + change.cursor() + "\nevent: " + kind + "\ndata: " + JSON.writeValueAsString(data) + "\n\n");
        }

        private void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** Ends all streams. */
    @Override
    public void close() {
        EventStore.Watch last;
        synchronized (bell) {
            closed = true;
            last = watch;
            watch = null;
        }
        if (last != null) {
            last.close();
        }
        ring();
    }
}
