package org.clashmap.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clashmap.api.document.CodingJson;
import org.clashmap.api.document.TextInput;
import org.clashmap.api.document.ToponymJson;
import org.clashmap.event.CodedReport;
import org.clashmap.text.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Codes a text or finds its toponyms, and keeps nothing. The text comes as JSON or bare. */
final class Coding {
    static final int LARGEST_BODY_BYTES = 1_000_000;
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.query(
                    "published",
                    "Day of publication of a bare text; JSON carries its own.",
                    Members.of("type", "string", "format", "date"),
                    "2025-04-08"),
            Parameter.query(
                    "lang",
                    "Language of a bare text; guessed from its letters when missing.",
                    Parameter.oneOf(Language.codes()),
                    "en"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Holdings holdings;
    private final ToponymJson toponyms;

    Coding(Holdings holdings) {
        this.holdings = holdings;
        this.toponyms = new ToponymJson(holdings.geoparser(), true);
    }

    static Route.Body body(boolean withSpans) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Parameter.text());
        properties.put("text", Parameter.text());
        properties.put("lang", Parameter.oneOf(Language.codes()));
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("id", "1");
        example.put("text", "Shelling hit the town of Kupiansk in Kharkiv region on Monday.");
        if (withSpans) {
            properties.put("spans", Members.of("type", "array", "items", Members.of("type", "object")));
            properties.put("country", Parameter.text());
        } else {
            properties.put("published", Members.of("type", "string", "format", "date"));
            properties.put("publisher", Parameter.text());
            example.put("published", "2025-04-08");
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", List.of("text"));
        schema.put("properties", properties);
        return new Route.Body("The text, at most 1 MB.", schema, example);
    }

    void geoparse(Context ctx, RequestParameters parameters) throws IOException {
        TextInput input = input(ctx, parameters);
        byte[] document;
        try {
            document = JSON.writeValueAsBytes(toponyms.parse(input));
        } catch (IllegalArgumentException refused) {
            throw ProblemException.of(400, "The text cannot be geoparsed: " + refused.getMessage() + ".");
        }
        ctx.contentType("application/json").result(document);
    }

    void code(Context ctx, RequestParameters parameters) throws IOException {
        TextInput input = input(ctx, parameters);
        CodedReport coded = holdings.coder().code(input.toReport(holdings.clock()));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            CodingJson.write(json, input.id(), coded);
        }
        ctx.contentType("application/json").result(body.toByteArray());
    }

    private static TextInput input(Context ctx, RequestParameters parameters) throws IOException {
        String given = String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
        String type = given.split(";", 2)[0].strip();
        if (!type.equals("application/json") && !type.equals("text/plain")) {
            throw ProblemException.of(
                            415, "The content type is \"" + type + "\"; send application/json or text/plain in UTF-8.")
                    .with("allowed", List.of("application/json", "text/plain"));
        }
        String body =
                RequestBody.readText(ctx, LARGEST_BODY_BYTES, "Send texts one by one, or use ./clashmap code --jsonl.");
        try {
            if (type.equals("application/json")) {
                return TextInput.parse(body);
            }
            return TextInput.of(
                    body,
                    parameters.parse("published", TextInput::day).orElse(null),
                    parameters.parse("lang", TextInput::language).orElse(null));
        } catch (IllegalArgumentException refused) {
            throw ProblemException.of(400, "The text cannot be read: " + refused.getMessage() + ".");
        }
    }
}
