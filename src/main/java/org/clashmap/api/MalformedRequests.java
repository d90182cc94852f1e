package org.clashmap.api;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests that Jetty refuses before any route sees them, such as an address that climbs out of the root: problems too. */
final class MalformedRequests extends ErrorHandler {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String title = HttpStatus.getMessage(status);
        String problem = JSON.writeValueAsString(Members.of(
                "type",
                "about:blank",
                "title",
                title,
                "status",
                status,
                "detail",
                "The request is malformed: " + (message == null ? title : message) + "."));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        // Jetty closes the connection after such a request; the client should know.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        SecurityHeaders.add((name, value) -> response.getHeaders().put(name, value));
        Content.Sink.write(response, true, problem, callback);
    }
}
