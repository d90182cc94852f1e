package org.clashmap.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The API explained to people, made from the routes; each example is a link that can be followed. */
final class DocsPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Route> routes;

    DocsPage(List<Route> routes) {
        this.routes = routes;
    }

    void write(Context ctx, RequestParameters parameters) {
        StringBuilder html = new StringBuilder("""
                <p>Reading is open and needs no key. Errors are problem JSON (RFC 9457) that names the parameter, its value
                and what is allowed. The same in a form for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
                """);
        routes.forEach(route -> append(html, route));
        ctx.html(Pages.page("API documentation", html.toString()));
    }

    private static void append(StringBuilder html, Route route) {
        html.append("<section>\n<h2><code>")
                .append(route.method().name())
                .append(' ')
                .append(Pages.escape(route.path()))
                .append("</code></h2>\n<p>")
                .append(Pages.escape(route.says().summary()))
                .append(". Answers <code>")
                .append(Pages.escape(route.says().mediaType()))
                .append("</code>.</p>\n");
        if (!route.parameters().isEmpty()) {
            html.append(
                    "<table><thead><tr><th>parameter</th><th>what it does</th><th>example</th></tr></thead><tbody>\n");
            route.parameters().forEach(parameter -> append(html, parameter));
            html.append("</tbody></table>\n");
        }
        Route.Body body = route.body();
        if (body != null) {
            html.append("<p>Body: ").append(Pages.escape(body.description())).append(" For example:</p>\n<pre>");
            html.append(Pages.escape(JSON.writeValueAsString(body.example()))).append("</pre>\n");
        } else if (route.method().equals(HandlerType.GET) && !route.path().contains("{")) {
            String path = Links.withParameters(route.path(), examples(route));
            html.append("<p>Try <a href=\"").append(Pages.escape(path)).append("\">");
            html.append(Pages.escape(path)).append("</a></p>\n");
        }
        html.append("</section>\n");
    }

    private static void append(StringBuilder html, Parameter parameter) {
        String example = parameter.example() == null ? "" : parameter.example();
        html.append("<tr><td><code>")
                .append(Pages.escape(parameter.name()))
                .append("</code></td><td>")
                .append(Pages.escape(parameter.description()))
                .append("</td><td><code>")
                .append(Pages.escape(example))
                .append("</code></td></tr>\n");
    }

    /** Examples of all query parameters but the format, which would only say what is the case anyway. */
    private static Map<String, String> examples(Route route) {
        Map<String, String> examples = new TreeMap<>();
        for (Parameter parameter : route.parameters()) {
            String example = parameter.example();
            if (parameter.isQuery() && example != null && !parameter.name().equals("f")) {
                examples.put(parameter.name(), example);
            }
        }
        return examples;
    }
}
