package org.clashmap.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Turns every failure into problem JSON. What was not foreseen gets an id, and its text stays in the log. */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(
                ProblemException.class,
                (problem, ctx) -> write(ctx, problem.status(), problem.detail(), problem.members()));
        routes.exception(
                HttpResponseException.class,
                (refusal, ctx) -> write(ctx, refusal.getStatus(), explain(refusal, ctx), Map.of()));
        routes.exception(Exception.class, Problems::writeUnforeseen);
    }

    private static String explain(HttpResponseException refusal, Context ctx) {
        return switch (refusal.getStatus()) {
            case 404 -> "There is nothing at " + ctx.path() + ". /api lists what there is.";
            case 405 ->
                "The method " + ctx.method().name() + " is not offered at " + ctx.path()
                        + ". /api/openapi.json lists the methods of every path.";
            default -> String.valueOf(refusal.getMessage());
        };
    }

    private static void writeUnforeseen(Exception failure, Context ctx) {
        String id = UUID.randomUUID().toString();
        LOG.error("unforeseen failure {} at {} {}", id, ctx.method(), ctx.path(), failure);
        write(
                ctx,
                500,
                "The server failed in a way that was not foreseen. Its log has the cause under the id " + id + ".",
                Members.of("id", id));
    }

    private static void write(Context ctx, int status, String detail, Map<String, Object> members) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.forStatus(status).getMessage());
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", ctx.path());
        problem.putAll(members);
        // A failed answer must not leave the caching headers of the good one behind.
        ctx.removeHeader("ETag");
        ctx.header("Cache-Control", "no-store");
        ctx.status(status).contentType(MEDIA_TYPE).result(JSON.writeValueAsBytes(problem));
    }
}
