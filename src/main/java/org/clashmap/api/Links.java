package org.clashmap.api;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Links of answers, absolute, as the client addressed the server. */
final class Links {
    private final String base;

    private Links(String base) {
        this.base = base;
    }

    static Links of(Context ctx) {
        return new Links(ctx.scheme() + "://" + ctx.host());
    }

    Map<String, Object> link(String rel, String path, String mediaType, String title) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", rel);
        link.put("type", mediaType);
        link.put("title", title);
        link.put("href", base + path);
        return link;
    }

    /** A path with the given query parameters, one of them set anew. */
    static String withParameter(String path, Map<String, String> given, String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>(given);
        parameters.put(name, value);
        return withParameters(path, parameters);
    }

    static String withParameters(String path, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return path;
        }
        StringJoiner query = new StringJoiner("&", path + "?", "");
        parameters.forEach((key, text) -> query.add(encode(key) + "=" + encode(text)));
        return query.toString();
    }

    /** Percent-encodes a value; commas and slashes stay readable, as they separate nothing in a query's value. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%2F", "/")
                .replace("%3A", ":");
    }
}
