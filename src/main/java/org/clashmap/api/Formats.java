package org.clashmap.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** Which of JSON and HTML a request wants: {@code f} wins over the Accept header; JSON when neither says. */
final class Formats {
    static final Parameter F = Parameter.query(
            "f", "The format, when the Accept header cannot be set.", Parameter.oneOf("json", "html"), "json");

    /** Of resources that are tables, too. */
    static final Parameter F_WITH_CSV = Parameter.query(
            "f", "The format, when the Accept header cannot be set.", Parameter.oneOf("json", "html", "csv"), "json");

    enum Format {
        JSON,
        HTML,
        CSV
    }

    private Formats() {}

    /** Which of JSON, HTML and CSV a request wants: {@code f} wins over the Accept header. */
    static Format of(Context ctx, RequestParameters parameters) {
        return parameters.parse("f", Formats::named).orElseGet(() -> accepted(ctx));
    }

    private static Format named(String value) {
        return switch (value) {
            case "json" -> Format.JSON;
            case "html" -> Format.HTML;
            case "csv" -> Format.CSV;
            default -> throw new IllegalArgumentException("json, html or csv");
        };
    }

    private static Format accepted(Context ctx) {
        if (acceptsHtmlFirst(ctx)) {
            return Format.HTML;
        }
        String accept = ctx.header("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).startsWith("text/csv") ? Format.CSV : Format.JSON;
    }

    static boolean wantsHtml(Context ctx, RequestParameters parameters) {
        return parameters.parse("f", Formats::isHtml).orElseGet(() -> acceptsHtmlFirst(ctx));
    }

    /** For resources that exist as JSON only. */
    static void requireJson(RequestParameters parameters) {
        parameters.parse("f", value -> {
            if (!value.equals("json")) {
                throw new IllegalArgumentException("json");
            }
            return value;
        });
    }

    private static boolean isHtml(String value) {
        return switch (value) {
            case "html" -> true;
            case "json" -> false;
            default -> throw new IllegalArgumentException("json or html");
        };
    }

    /** True when HTML stands before JSON in the Accept header, as browsers send it. */
    static boolean acceptsHtmlFirst(Context ctx) {
        String accept = ctx.header("Accept");
        if (accept == null) {
            return false;
        }
        for (String range : List.of(accept.toLowerCase(Locale.ROOT).split(","))) {
            String type = range.split(";", 2)[0].strip();
            if (type.equals("text/html")) {
                return true;
            }
            if (type.endsWith("json") || type.equals("*/*")) {
                return false;
            }
        }
        return false;
    }
}
