package org.clashmap.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Patch (RFC 6902): what differs between two documents, as the operations {@code add}, {@code remove} and
 * {@code replace}, and back.
 *
 * <p>Arrays are compared after what they begin and end with in common; between, element by element. That is linear and
 * right, and shortest for the changes that events see: something appended, removed or replaced. Safe for many threads.
 */
public final class JsonPatch {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonPatch() {}

    /** The patch that makes {@code after} of {@code before}, as JSON text; {@code []} when they are the same. */
    public static String between(String before, String after) {
        return between(MAPPER.readTree(before), MAPPER.readTree(after));
    }

    /** The same of parsed documents. */
    public static String between(JsonNode before, JsonNode after) {
        ArrayNode operations = MAPPER.createArrayNode();
        compare(operations, "", before, after);
        return operations.toString();
    }

    private static void compare(ArrayNode operations, String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            compareObjects(operations, path, was, is);
        } else if (before instanceof ArrayNode was && after instanceof ArrayNode is) {
            compareArrays(operations, path, was, is);
        } else {
            operation(operations, "replace", path).set("value", after);
        }
    }

    private static void compareObjects(ArrayNode operations, String path, ObjectNode before, ObjectNode after) {
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            if (!after.has(member.getKey())) {
                operation(operations, "remove", path + "/" + escape(member.getKey()));
            }
        }
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            String place = path + "/" + escape(member.getKey());
            JsonNode was = before.get(member.getKey());
            if (was == null) {
                operation(operations, "add", place).set("value", member.getValue());
            } else {
                compare(operations, place, was, member.getValue());
            }
        }
    }

    private static void compareArrays(ArrayNode operations, String path, ArrayNode before, ArrayNode after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        int both = shorter - tail;
        for (int i = head; i < both; i++) {
            compare(operations, path + "/" + i, before.get(i), after.get(i));
        }
        for (int i = both; i < after.size() - tail; i++) {
            operation(operations, "add", path + "/" + i).set("value", after.get(i));
        }
        // From the end, so that no removal moves what a later one names.
        for (int i = before.size() - tail - 1; i >= both; i--) {
            operation(operations, "remove", path + "/" + i);
        }
    }

    private static ObjectNode operation(ArrayNode operations, String name, String path) {
        return operations.addObject().put("op", name).put("path", path);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Applies a patch.
     *
     * @throws IllegalArgumentException when it is no patch of this document, with the path that is not there
     */
    public static JsonNode apply(JsonNode document, String patch) {
        JsonNode patched = document.deepCopy();
        for (JsonNode operation : MAPPER.readTree(patch)) {
            List<String> path = parse(operation.path("path").asString());
            JsonNode value = operation.path("value").deepCopy();
            String name = operation.path("op").asString();
            if (path.isEmpty()) {
                if (name.equals("remove")) {
                    throw new IllegalArgumentException("a patch cannot remove the whole document");
                }
                patched = value;
            } else {
                change(parent(patched, path), path.getLast(), name, value, operation);
            }
        }
        return patched;
    }

    private static JsonNode parent(JsonNode document, List<String> path) {
        JsonNode node = document;
        for (String step : path.subList(0, path.size() - 1)) {
            node = node instanceof ArrayNode array ? array.path(index(step, array.size())) : node.path(step);
        }
        return node;
    }

    private static void change(JsonNode parent, String step, String name, JsonNode value, JsonNode operation) {
        boolean add = name.equals("add");
        if (!add && !name.equals("replace") && !name.equals("remove")) {
            throw new IllegalArgumentException("the operation \"" + name + "\" is not one of add, remove, replace");
        }
        if (parent instanceof ArrayNode array) {
            int index = step.equals("-") && add ? array.size() : index(step, array.size() + (add ? 1 : 0));
            if (index < 0) {
                throw absent(operation);
            }
            switch (name) {
                case "add" -> array.insert(index, value);
                case "remove" -> array.remove(index);
                default -> array.set(index, value);
            }
        } else if (parent instanceof ObjectNode object && (add || object.has(step))) {
            if (name.equals("remove")) {
                object.remove(step);
            } else {
                object.set(step, value);
            }
        } else {
            throw absent(operation);
        }
    }

    private static IllegalArgumentException absent(JsonNode operation) {
        return new IllegalArgumentException("there is no " + operation.path("path") + " in the document");
    }

    /** A position below the size, or -1. */
    private static int index(String step, int size) {
        if (!step.matches("0|[1-9][0-9]{0,8}")) {
            return -1;
        }
        int index = Integer.parseInt(step);
        return index < size ? index : -1;
    }

    private static List<String> parse(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }
}
