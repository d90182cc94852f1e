package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events as rows with every property of the wire format: members of objects after a dot, the items of lists joined by
 * " | ", and what is deeper as JSON. The columns stand in {@code exchange/flat-columns.txt}.
 */
final class FlatRows {
    private static final String BETWEEN = " | ";

    private final List<String> columns;

    private FlatRows(List<String> columns) {
        this.columns = columns;
    }

    static FlatRows load() {
        try (InputStream in = FlatRows.class.getResourceAsStream("/exchange/flat-columns.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list of flat columns");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new FlatRows(text.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> columns() {
        return columns;
    }

    Optional<List<@Nullable String>> of(Event event) {
        JsonNode properties = JsonSinks.MAPPER.readTree(EventJson.toJson(event)).get("properties");
        List<@Nullable String> row = new ArrayList<>(columns.size());
        for (String column : columns) {
            row.add(text(find(properties, column)));
        }
        return Optional.of(row);
    }

    /** The value of a path; of a list of objects, the list of the values of its items. */
    private static JsonNode find(JsonNode node, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return node.path(path);
        }
        JsonNode inner = node.path(path.substring(0, dot));
        String rest = path.substring(dot + 1);
        if (!inner.isArray()) {
            return find(inner, rest);
        }
        var values = JsonSinks.MAPPER.createArrayNode();
        inner.forEach(item -> values.add(find(item, rest)));
        return values;
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            StringJoiner joined = new StringJoiner(BETWEEN);
            for (JsonNode item : value) {
                String text = text(item);
                joined.add(text == null ? "" : text);
            }
            return joined.toString();
        }
        return value.isObject() ? value.toString() : value.asString();
    }
}
