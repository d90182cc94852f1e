package org.clashmap.api;

import io.javalin.http.Context;
import java.util.Map;
import org.clashmap.event.EventStore;
import tools.jackson.databind.json.JsonMapper;

/** Whether the process lives, and whether it can answer. */
final class Health {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventStore store;

    Health(EventStore store) {
        this.store = store;
    }

    void writeLive(Context ctx, RequestParameters parameters) {
        write(ctx, Members.of("status", "live"));
    }

    /** Ready means that the store answers; the gazetteer was loaded before the server started. */
    void writeReady(Context ctx, RequestParameters parameters) {
        long version = store.dataVersion();
        write(ctx, Members.of("status", "ready", "data_version", version));
    }

    private static void write(Context ctx, Map<String, Object> document) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(document));
    }
}
