package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document as JSON or, when the client prefers it, as a plain HTML page of the same content. Every word that goes
 * into HTML is escaped here.
 */
final class Pages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Pages() {}

    static void write(Context ctx, RequestParameters parameters, String title, Map<String, Object> document) {
        ctx.header("Vary", "Accept, Accept-Encoding, Authorization");
        if (Formats.wantsHtml(ctx, parameters)) {
            ctx.html(page(title, body(JSON.valueToTree(document))));
        } else {
            ctx.contentType("application/json").result(JSON.writeValueAsBytes(document));
        }
    }

    /** The style sheet of these pages. */
    static void writeStyle(Context ctx, EntityTags tags) throws IOException {
        try (InputStream stream = Pages.class.getResourceAsStream("/api/pages.css")) {
            byte[] style = Objects.requireNonNull(stream, "pages.css is part of the program")
                    .readAllBytes();
            ctx.contentType("text/css; charset=utf-8");
            if (!tags.isCurrent(ctx, EntityTags.ofContent(style))) {
                ctx.result(style);
            }
        }
    }

    /** A whole page around a body that is HTML already. */
    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/api/pages.css">
                </head>
                <body>
                <header><a href="/">Clashmap</a> <a href="/api?f=html">API</a> <a href="/api/docs">Documentation</a></header>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), escape(title), body);
    }

    /** Objects become definition lists, arrays lists, and objects with an href links. */
    static String body(JsonNode node) {
        StringBuilder html = new StringBuilder();
        if (node.has("href")) {
            String href = node.path("href").asString();
            html.append("<a href=\"").append(escape(href)).append("\">");
            html.append(escape(node.path("title").asString(href))).append("</a> <small>");
            html.append(escape(node.path("rel").asString(""))).append(", ");
            html.append(escape(node.path("type").asString(""))).append("</small>");
        } else if (node.isObject()) {
            html.append("<dl>\n");
            node.properties()
                    .forEach(entry -> html.append("<dt>")
                            .append(escape(entry.getKey()))
                            .append("</dt><dd>")
                            .append(body(entry.getValue()))
                            .append("</dd>\n"));
            html.append("</dl>\n");
        } else if (node.isArray()) {
            html.append("<ul>\n");
            node.forEach(item -> html.append("<li>").append(body(item)).append("</li>\n"));
            html.append("</ul>\n");
        } else {
            html.append("<span>")
                    .append(escape(node.isNull() ? "–" : node.asString()))
                    .append("</span>");
        }
        return html.toString();
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
