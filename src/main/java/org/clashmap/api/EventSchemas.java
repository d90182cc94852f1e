package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clashmap.event.query.Queryable;
import org.clashmap.event.query.Queryables;
import org.clashmap.event.query.SortBy;
import org.clashmap.event.query.ValueType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What properties events have, which can be asked about and which can be sorted by, as JSON Schema with the roles of OGC API
 * Features, parts 3 and 5. The schema of what is answered is made from {@code docs/event.schema.json}.
 */
final class EventSchemas {
    static final String MEDIA_TYPE = "application/schema+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/";

    private EventSchemas() {}

    enum Kind {
        QUERYABLES("What can be asked about events"),
        SORTABLES("What events can be sorted by"),
        SCHEMA("The properties of events");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String path() {
            return "/api/collections/events/" + word();
        }

        String relation() {
            return RELATIONS + word();
        }

        String operationId() {
            return "getEvents" + name().charAt(0) + word().substring(1);
        }
    }

    static void write(Context ctx, RequestParameters parameters, Kind kind) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put(
                "$id",
                Links.of(ctx)
                        .link("self", kind.path(), MEDIA_TYPE, kind.title())
                        .get("href"));
        document.put("title", kind.title());
        document.put("type", "object");
        document.put(
                "properties",
                switch (kind) {
                    case QUERYABLES -> queryables();
                    case SORTABLES -> sortables();
                    case SCHEMA -> returned();
                });
        document.put("additionalProperties", false);
        ctx.header("Vary", "Accept, Accept-Encoding, Authorization");
        if (Formats.wantsHtml(ctx, parameters)) {
            Pages.write(ctx, parameters, kind.title(), document);
        } else {
            ctx.contentType(MEDIA_TYPE).result(JSON.writeValueAsBytes(document));
        }
    }

    private static Map<String, Object> queryables() {
        Map<String, Object> properties = new LinkedHashMap<>();
        Queryables.ofEvents().list().forEach(queryable -> properties.put(queryable.name(), property(queryable)));
        return properties;
    }

    private static Map<String, Object> sortables() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : SortBy.sortables()) {
            properties.put(name, property(Queryables.ofEvents().get(name)));
        }
        return properties;
    }

    private static Map<String, Object> property(Queryable queryable) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", queryable.title());
        if (queryable.role() != null) {
            property.put("x-ogc-role", queryable.role());
        }
        if (queryable.type() == ValueType.GEOMETRY) {
            property.put("format", "geometry-any");
        } else if (queryable.type() == ValueType.TEXTS) {
            property.put("type", "array");
            property.put("items", FilterParameters.item(queryable));
        } else {
            property.putAll(FilterParameters.item(queryable));
        }
        return property;
    }

    /** The wire format with its envelope taken off, and the titles and roles of what can be asked about. */
    private static Map<String, Object> returned() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "geometry", Members.of("title", "Point", "x-ogc-role", "primary-geometry", "format", "geometry-point"));
        for (Map.Entry<String, JsonNode> entry : Wire.PROPERTIES.properties()) {
            Map<String, Object> property = new LinkedHashMap<>();
            String plain = entry.getKey().replace('_', ' ');
            property.put("title", plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
            Queryables.ofEvents().find(entry.getKey()).ifPresent(queryable -> {
                property.put("title", queryable.title());
                if (queryable.role() != null && !queryable.role().equals("primary-geometry")) {
                    property.put("x-ogc-role", queryable.role());
                }
            });
            entry.getValue().properties().forEach(member -> property.put(member.getKey(), member.getValue()));
            properties.put(entry.getKey(), property);
        }
        return properties;
    }

    /** Read when it is first asked for. */
    private static final class Wire {
        static final JsonNode PROPERTIES = read();

        private static JsonNode read() {
            try (InputStream stream = EventSchemas.class.getResourceAsStream("/event.schema.json")) {
                JsonNode schema = JSON.readTree(Objects.requireNonNull(stream, "the schema is part of the program"));
                return schema.path("properties").path("properties").path("properties");
            } catch (IOException unreadable) {
                throw new IllegalStateException("the schema of events cannot be read", unreadable);
            }
        }
    }
}
