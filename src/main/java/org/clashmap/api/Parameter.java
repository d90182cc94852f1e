package org.clashmap.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a route: what the API document says about it. The same definition decides which parameters a route
 * accepts.
 *
 * @param in {@code query} or {@code path}
 * @param schema JSON schema of the value
 * @param example a value that a caller may try, or null
 */
record Parameter(
        String name,
        String in,
        String description,
        boolean required,
        Map<String, Object> schema,
        @Nullable String example) {

    static Parameter query(String name, String description, Map<String, Object> schema, String example) {
        return new Parameter(name, "query", description, false, schema, example);
    }

    static Parameter requiredQuery(String name, String description, Map<String, Object> schema, String example) {
        return new Parameter(name, "query", description, true, schema, example);
    }

    static Parameter path(String name, String description) {
        return new Parameter(name, "path", description, true, Members.of("type", "string"), null);
    }

    static Map<String, Object> text() {
        return Members.of("type", "string");
    }

    static Map<String, Object> integer(int minimum, int maximum, int fallback) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", minimum);
        schema.put("maximum", maximum);
        schema.put("default", fallback);
        return schema;
    }

    /** A comma-separated list of numbers, with how many of them. */
    static Map<String, Object> numbers(int minItems, int maxItems) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("minItems", minItems);
        schema.put("maxItems", maxItems);
        schema.put("items", Members.of("type", "number"));
        return schema;
    }

    static Map<String, Object> oneOf(List<String> values) {
        return Members.of("type", "string", "enum", values);
    }

    static Map<String, Object> oneOf(String... values) {
        return Members.of("type", "string", "enum", List.of(values));
    }

    boolean isQuery() {
        return in.equals("query");
    }
}
