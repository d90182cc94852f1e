package org.clashmap.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Properties of the wire format that no code branches on, mostly of imported records: ids elsewhere, notes, the row as it
 * came. Each is kept as compact JSON text in the order of writing, so that an event costs no tree to keep and to copy.
 *
 * <p>A property that {@link EventJson} works out from the rest, such as {@code number_of_sources}, stands here only when
 * the record says otherwise; then the record's word is written. Immutable.
 *
 * @param properties name to JSON text
 */
public record Supplement(Map<String, String> properties) {
    public static final Supplement NONE = new Supplement(Map.of());

    /** What may stand here, as {@code docs/event.schema.json} names it. */
    static final List<String> NAMES = List.of(
            "external_ids",
            "version_hash",
            "supersedes",
            "notes",
            "merged_into",
            "time_of_day",
            "timezone",
            "cameo_code",
            "quad_class",
            "goldstein",
            "deaths_a",
            "deaths_b",
            "deaths_civilians",
            "deaths_unknown",
            "missing",
            "admin3",
            "source_scale",
            "dedup",
            "extraction",
            "imported_raw",
            "gold");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Supplement {
        // Map.copyOf would lose the order.
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The JSON text of a property. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** A property as text, or null: a string without its quotes, anything else as it is written. */
    public @Nullable String text(String name) {
        String json = properties.get(name);
        return json == null ? null : MAPPER.readTree(json).asString(json);
    }

    /** A member of a property that is an object, as text, or null. */
    public @Nullable String text(String name, String member) {
        String json = properties.get(name);
        if (json == null) {
            return null;
        }
        JsonNode value = MAPPER.readTree(json).path(member);
        return value.isMissingNode() || value.isNull() ? null : value.asString(value.toString());
    }

    /** The same with some properties replaced, added, or, where the new text is null, taken away. */
    public Supplement with(Map<String, @Nullable String> changes) {
        Map<String, String> next = new LinkedHashMap<>(properties);
        changes.forEach((name, json) -> {
            if (json == null) {
                next.remove(name);
            } else {
                next.put(name, json);
            }
        });
        return new Supplement(next);
    }

    /** A text as a JSON string. */
    public static String quote(CharSequence text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16);
        appendQuoted(quoted, text);
        return quoted.toString();
    }

    /** Appends a text as a JSON string. */
    public static void appendQuoted(StringBuilder json, CharSequence text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }
}
