package org.clashmap.exchange.incoming;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clashmap.geo.GeoJson;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records of a JSON file, one tree at a time: the items of an array, of the first array of objects in an object
 * ({@code features}, {@code venues}, {@code data}…), or objects one after the other, as JSON Lines and GeoJSON text
 * sequences (RFC 8142) have them.
 */
final class JsonReader {
    // A record is read out of the middle of a file, so what follows it is no mistake.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final char RECORD_SEPARATOR = '\u001e';

    private final ImportFile file;

    JsonReader(ImportFile file) {
        this.file = file;
    }

    /** Takes a record and its number, from 1; false ends the reading. */
    @FunctionalInterface
    interface Records {
        boolean accept(JsonNode node, long number);
    }

    void forEach(Records records) {
        try (JsonParser parser = MAPPER.createParser(new WithoutSeparators(file.reader()))) {
            long number = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                number =
                        token == JsonToken.START_ARRAY ? items(parser, records, number) : root(parser, records, number);
                if (number < 0) {
                    return;
                }
            }
        } catch (JacksonException e) {
            throw new ImportException(
                    file.name() + " cannot be read to its end: " + e.getOriginalMessage() + ", line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                            + "; what stands before it is kept",
                    e);
        }
    }

    /** The items of the array that the parser stands at; their last number, or -1 when no more are wanted. */
    private static long items(JsonParser parser, Records records, long before) {
        long number = before;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode item = MAPPER.readTree(parser);
            if (!records.accept(item, ++number)) {
                return -1;
            }
        }
        return number;
    }

    /** An object at the root: a record itself, or what holds the array of the records. */
    private static long root(JsonParser parser, Records records, long before) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return records.accept(MAPPER.readTree(parser), before + 1) ? before + 1 : -1;
        }
        ObjectNode record = MAPPER.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && isHolder(name, record)) {
                long number = items(parser, records, before);
                if (number < 0) {
                    return -1;
                }
                skipRest(parser);
                return number;
            }
            record.set(name, MAPPER.readTree(parser));
        }
        return records.accept(record, before + 1) ? before + 1 : -1;
    }

    private static boolean isHolder(String name, JsonNode before) {
        return switch (name) {
            case "features" -> true;
            case "venues", "data", "results", "events", "items", "records" -> !before.has("id");
            default -> false;
        };
    }

    private static void skipRest(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /** The first record, if there is one. */
    @Nullable
    JsonNode first() {
        List<JsonNode> first = new ArrayList<>();
        forEach((node, number) -> {
            first.add(node);
            return false;
        });
        return first.isEmpty() ? null : first.getFirst();
    }

    /** Whether a record is a feature of GeoJSON. */
    static boolean isFeature(JsonNode record) {
        return record.path("type").asString("").equals("Feature") && record.has("geometry");
    }

    /** The names that can be asked of a record: its members, and those of the objects in it after a dot. */
    static Set<String> names(JsonNode record) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode members = isFeature(record) ? record.path("properties") : record;
        members.propertyNames().forEach(name -> names.add(Columns.key(name)));
        return names;
    }

    /** Reads records as rows, with the values that stand at these paths. */
    void read(List<String> paths, RowSink sink) {
        List<JsonPath> parsed = paths.stream().map(JsonPath::parse).toList();
        forEach((node, number) -> {
            try {
                sink.accept(row(node, number, paths, parsed));
            } catch (RowProblem problem) {
                sink.reject(number, problem);
            }
            return true;
        });
    }

    private static Row row(JsonNode node, long number, List<String> paths, List<JsonPath> parsed) throws RowProblem {
        if (!node.isObject()) {
            throw new RowProblem("record_form", RowProblem.excerpt(node.toString()) + " is not an object");
        }
        JsonNode members = isFeature(node) ? node.path("properties") : node;
        Geometry geometry = isFeature(node) ? geometry(node) : null;
        String[] cells = new String[paths.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = switch (paths.get(i)) {
                case "@lat" -> geometry instanceof Point point ? String.valueOf(point.getY()) : "";
                case "@lon" -> geometry instanceof Point point ? String.valueOf(point.getX()) : "";
                case "id" -> {
                    String id = parsed.get(i).find(members);
                    yield id.isEmpty() ? node.path("id").asString("") : id;
                }
                default -> parsed.get(i).find(members);
            };
        }
        return new Row(number, cells, node.toString(), geometry instanceof Point ? null : geometry);
    }

    private static @Nullable Geometry geometry(JsonNode feature) throws RowProblem {
        try {
            return GeoJson.read(feature.get("geometry"));
        } catch (IllegalArgumentException e) {
            throw new RowProblem("row_coordinates", String.valueOf(e.getMessage()));
        }
    }

    /** Turns the separators of text sequences into blanks. */
    private static final class WithoutSeparators extends FilterReader {
        WithoutSeparators(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one == RECORD_SEPARATOR ? ' ' : one;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            for (int i = offset; i < offset + read; i++) {
                if (into[i] == RECORD_SEPARATOR) {
                    into[i] = ' ';
                }
            }
            return read;
        }
    }
}
