package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer of server-sent events: each is on its way when {@link #send} returns. One thread. */
final class EventStream {
    static final String MEDIA_TYPE = "text/event-stream";

    private final OutputStream out;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    static boolean isWanted(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains(MEDIA_TYPE);
    }

    static EventStream begin(Context ctx) {
        // A compressed stream would keep events back until a block is full.
        ctx.disableCompression();
        ctx.contentType(MEDIA_TYPE);
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Accel-Buffering", "no");
        return new EventStream(ctx.outputStream());
    }

    /** @param json on one line */
    void send(String event, String json) throws IOException {
        out.write(("event: " + event + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
