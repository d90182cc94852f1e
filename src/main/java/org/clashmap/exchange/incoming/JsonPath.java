package org.clashmap.exchange.incoming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a value stands in a JSON record: {@code date}, {@code coordinates[0]}, {@code sources[].path}. With {@code []} the
 * values of all items are meant, one on a line. Names are compared without regard to case.
 */
record JsonPath(List<String> steps) {

    static JsonPath parse(String path) {
        List<String> steps = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            steps.add(bracket < 0 ? part : part.substring(0, bracket));
            if (bracket >= 0) {
                steps.add(part.substring(bracket));
            }
        }
        return new JsonPath(List.copyOf(steps));
    }

    /** The value as text; empty when there is none. */
    String find(JsonNode record) {
        StringBuilder found = new StringBuilder();
        collect(record, 0, found);
        return found.toString();
    }

    private void collect(@Nullable JsonNode node, int step, StringBuilder found) {
        if (node == null || node.isNull()) {
            return;
        }
        if (step == steps.size()) {
            if (!node.isContainer()) {
                found.append(found.isEmpty() ? "" : "\n").append(node.asString(node.toString()));
            }
            return;
        }
        String name = steps.get(step);
        if (name.equals("[]")) {
            if (node.isArray()) {
                node.forEach(item -> collect(item, step + 1, found));
            }
        } else if (name.startsWith("[")) {
            collect(node.get(Integer.parseInt(name.substring(1, name.length() - 1))), step + 1, found);
        } else {
            collect(member(node, name), step + 1, found);
        }
    }

    private static @Nullable JsonNode member(JsonNode node, String name) {
        JsonNode exact = node.get(name);
        if (exact != null) {
            return exact;
        }
        for (String other : node.propertyNames()) {
            if (Columns.key(other).equals(name)) {
                return node.get(other);
            }
        }
        return null;
    }
}
