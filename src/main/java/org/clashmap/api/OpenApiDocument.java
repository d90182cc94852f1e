package org.clashmap.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.clashmap.api.access.Role;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI 3.0 document, made from the routes themselves. All references are local. */
final class OpenApiDocument {
    static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.0";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/api";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String TOKEN = "token";

    /** Shared with the list being built, so that routes added after this one are in the document too. */
    private final List<Route> routes;

    OpenApiDocument(List<Route> routes) {
        this.routes = routes;
    }

    void write(Context ctx, RequestParameters parameters) {
        ctx.contentType(MEDIA_TYPE).result(JSON.writeValueAsBytes(document()));
    }

    private Map<String, Object> document() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            String path = inDocument(route.path());
            @SuppressWarnings("unchecked") // only this loop puts values here
            Map<String, Object> methods =
                    (Map<String, Object>) paths.computeIfAbsent(path, newPath -> new LinkedHashMap<>());
            Map<String, Object> operation = operation(route);
            if (path.equals(route.path())) {
                operation.put("servers", List.of(Members.of("url", "/")));
            }
            methods.put(route.method().name().toLowerCase(Locale.ROOT), operation);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", info());
        document.put("servers", List.of(Members.of("url", BASE)));
        document.put("paths", paths);
        document.put(
                "components",
                Members.of(
                        "schemas",
                        schemas(),
                        "securitySchemes",
                        Members.of(
                                TOKEN,
                                Members.of(
                                        "type",
                                        "http",
                                        "scheme",
                                        "bearer",
                                        "description",
                                        "A token as clashmap token add makes it."))));
        return document;
    }

    /** Paths of the standard start at the landing page, so the server of the document is that; the others have their own. */
    private static String inDocument(String path) {
        if (path.equals(BASE)) {
            return "/";
        }
        return path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path;
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Clashmap");
        info.put("version", "0.1.0");
        info.put(
                "description",
                "War reports as geocoded events. Reading is open; writing needs a token, sent as a bearer token.");
        info.put("license", Members.of("name", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", route.says().operationId());
        operation.put("tags", List.of(route.says().tag()));
        operation.put("summary", route.says().summary());
        if (route.least() != Role.READER) {
            operation.put("description", "For the role " + route.least().wire() + " and above.");
            operation.put("security", List.of(Members.of(TOKEN, List.of())));
        }
        operation.put(
                "parameters",
                route.parameters().stream().map(OpenApiDocument::parameter).toList());
        Route.Body body = route.body();
        if (body != null) {
            operation.put("requestBody", requestBody(body));
        }
        operation.put("responses", responses(route));
        return operation;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", parameter.name());
        document.put("in", parameter.in());
        document.put("description", parameter.description());
        document.put("required", parameter.required());
        document.put("schema", parameter.schema());
        if (parameter.isQuery()) {
            document.put("style", "form");
            document.put("explode", false);
        }
        String example = parameter.example();
        if (example != null) {
            document.put("example", example(parameter.schema(), example));
        }
        return document;
    }

    /** The example in the type that the schema asks for. */
    private static Object example(Map<String, Object> schema, String text) {
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> Integer.valueOf(text);
            case "number" -> Double.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            case "array" ->
                List.of(text.split(",")).stream()
                        .map(part -> example(items(schema), part))
                        .toList();
            default -> text;
        };
    }

    @SuppressWarnings("unchecked") // the schemas of this package are maps of names
    private static Map<String, Object> items(Map<String, Object> array) {
        return (Map<String, Object>) Objects.requireNonNull(array.get("items"), "an array says what it holds");
    }

    private static Map<String, Object> requestBody(Route.Body body) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("application/json", Members.of("schema", body.schema(), "example", body.example()));
        content.put("text/plain", Members.of("schema", Members.of("type", "string")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("description", body.description());
        document.put("required", true);
        document.put("content", content);
        return document;
    }

    private static Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> answer =
                response("The answer.", route.says().mediaType(), route.says().schema());
        @SuppressWarnings("unchecked") // made by response()
        Map<String, Object> content = (Map<String, Object>) Objects.requireNonNull(answer.get("content"));
        otherMediaTypes(route).forEach(type -> content.put(type, Members.of("schema", reference("text"))));
        responses.put("200", answer);
        if (!route.parameters().isEmpty()) {
            responses.put(
                    "400",
                    response("A parameter is unknown or its value not allowed.", Problems.MEDIA_TYPE, "problem"));
        }
        if (route.path().contains("{")) {
            responses.put("404", response("There is no such resource.", Problems.MEDIA_TYPE, "problem"));
        }
        if (route.least() != Role.READER) {
            responses.put("401", response("There is no token, or not a right one.", Problems.MEDIA_TYPE, "problem"));
            responses.put("403", response("The token's role is not enough.", Problems.MEDIA_TYPE, "problem"));
        }
        if (route.body() != null) {
            responses.put("408", response("The body came too slowly.", Problems.MEDIA_TYPE, "problem"));
            responses.put("413", response("The body is too large.", Problems.MEDIA_TYPE, "problem"));
            responses.put("415", response("The content type is not read.", Problems.MEDIA_TYPE, "problem"));
        }
        responses.put("500", response("The server failed.", Problems.MEDIA_TYPE, "problem"));
        return responses;
    }

    /** What the parameter f offers beside the first media type. */
    private static List<String> otherMediaTypes(Route route) {
        List<String> types = new ArrayList<>();
        for (Parameter parameter : route.parameters()) {
            if (parameter.name().equals("f") && parameter.schema().get("enum") instanceof List<?> offered) {
                if (offered.contains("html")) {
                    types.add("text/html");
                }
                if (offered.contains("csv")) {
                    types.add("text/csv");
                }
            }
        }
        return types;
    }

    private static Map<String, Object> response(String description, String mediaType, String schema) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("description", description);
        document.put("content", Members.of(mediaType, Members.of("schema", Members.of("$ref", SCHEMAS + schema))));
        return document;
    }

    private static Map<String, Object> schemas() {
        Map<String, Object> any = Map.of();
        Map<String, Object> text = Parameter.text();
        Map<String, Object> links = arrayOf(reference("link"));
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("text", text);
        schemas.put("object", Members.of("type", "object"));
        schemas.put(
                "session",
                object(
                        List.of("role", "name"),
                        Members.of(
                                "role",
                                Parameter.oneOf(
                                        Stream.of(Role.values()).map(Role::wire).toList()),
                                "name",
                                Members.of("type", "string", "nullable", true))));
        schemas.put(
                "link",
                object(List.of("href", "rel"), Members.of("href", text, "rel", text, "type", text, "title", text)));
        schemas.put(
                "landingPage",
                object(List.of("links"), Members.of("title", text, "description", text, "links", links)));
        schemas.put("confClasses", object(List.of("conformsTo"), Members.of("conformsTo", arrayOf(text))));
        schemas.put(
                "collections",
                object(
                        List.of("links", "collections"),
                        Members.of("links", links, "collections", arrayOf(reference("collection")))));
        schemas.put(
                "collection", object(List.of("id", "links"), Members.of("id", text, "title", text, "links", links)));
        schemas.put(
                "feature",
                object(
                        List.of("type", "geometry", "properties"),
                        Members.of(
                                "type",
                                Parameter.oneOf("Feature"),
                                "id",
                                text,
                                "geometry",
                                nullableObject(),
                                "properties",
                                nullableObject())));
        Map<String, Object> count = Members.of("type", "integer", "minimum", 0);
        schemas.put(
                "featureCollection",
                object(
                        List.of("type", "features"),
                        Members.of(
                                "type",
                                Parameter.oneOf("FeatureCollection"),
                                "features",
                                arrayOf(reference("feature")),
                                "links",
                                links,
                                "timeStamp",
                                Members.of("type", "string", "format", "date-time"),
                                "numberMatched",
                                count,
                                "numberReturned",
                                count)));
        schemas.put(
                "problem",
                object(
                        List.of("title", "status", "detail"),
                        Members.of(
                                "type",
                                text,
                                "title",
                                text,
                                "status",
                                count,
                                "detail",
                                text,
                                "parameter",
                                text,
                                "allowed",
                                any)));
        return schemas;
    }

    private static Map<String, Object> reference(String schema) {
        return Members.of("$ref", SCHEMAS + schema);
    }

    private static Map<String, Object> arrayOf(Map<String, Object> items) {
        return Members.of("type", "array", "items", items);
    }

    private static Map<String, Object> nullableObject() {
        return Members.of("type", "object", "nullable", true);
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("properties", properties);
        return schema;
    }
}
