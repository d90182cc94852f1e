package org.clashmap.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import org.clashmap.api.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * One route: what it answers and what the API document says about it, so that the two cannot differ.
 *
 * @param path in OpenAPI's form, which is Javalin's too
 * @param body the request body of a POST or PATCH, or null
 * @param least the role that a caller must have at least
 */
record Route(
        HandlerType method,
        String path,
        Says says,
        List<Parameter> parameters,
        @Nullable Body body,
        Role least,
        Endpoint endpoint) {
    Route {
        parameters = List.copyOf(parameters);
    }

    /**
     * What the document says.
     *
     * @param schema name of the answer's schema among the components
     */
    record Says(String operationId, String tag, String summary, String mediaType, String schema) {}

    /** @param example a body that a caller may send as {@code application/json} */
    record Body(String description, Map<String, Object> schema, Map<String, Object> example) {}

    /** Answers a request whose query parameters are known to be allowed. */
    @FunctionalInterface
    interface Endpoint {
        void answer(Context ctx, RequestParameters parameters) throws Exception;
    }

    static Route get(String path, Says says, List<Parameter> parameters, Endpoint endpoint) {
        return new Route(HandlerType.GET, path, says, parameters, null, Role.READER, endpoint);
    }

    /** A POST that stores nothing, open to all. */
    static Route question(String path, Says says, List<Parameter> parameters, Body body, Endpoint endpoint) {
        return new Route(HandlerType.POST, path, says, parameters, body, Role.READER, endpoint);
    }

    /** A route that changes something: those of the role {@code least} and above may. */
    static Route write(
            HandlerType method,
            String path,
            Says says,
            List<Parameter> parameters,
            @Nullable Body body,
            Role least,
            Endpoint endpoint) {
        if (least == Role.READER) {
            throw new IllegalArgumentException(method + " " + path + " writes, so readers may not use it");
        }
        return new Route(method, path, says, parameters, body, least, endpoint);
    }

    /** The same for fewer: those of the role {@code other} and above. */
    Route needing(Role other) {
        return new Route(method, path, says, parameters, body, other, endpoint);
    }

    Handler handler() {
        return ctx -> {
            Access.require(ctx, least);
            endpoint.answer(ctx, RequestParameters.of(ctx, parameters));
        };
    }
}
