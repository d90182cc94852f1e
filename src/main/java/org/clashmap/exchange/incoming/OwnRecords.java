package org.clashmap.exchange.incoming;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.Supplement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records in this program's own format. What other hands added to them and the record has no place for is kept in
 * {@code imported_raw} under its JSON Pointer (RFC 6901), so that nothing is lost.
 */
final class OwnRecords {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Half of the last of the six decimals that coordinates are kept with. */
    private static final double TOLERANCE = 0.6e-6;

    private OwnRecords() {}

    static Event read(JsonNode feature) throws RowProblem {
        Event event;
        try {
            event = EventJson.read(feature);
        } catch (IllegalArgumentException refused) {
            throw new RowProblem("record_form", String.valueOf(refused.getMessage()));
        }
        Map<String, JsonNode> lost = new LinkedHashMap<>();
        compare(feature, MAPPER.readTree(EventJson.toJson(event)), "", lost);
        if (lost.isEmpty()) {
            return event;
        }
        ObjectNode raw = MAPPER.createObjectNode();
        event.supplement()
                .find("imported_raw")
                .ifPresent(before -> MAPPER.readTree(before).forEachEntry(raw::set));
        lost.forEach(raw::set);
        Map<String, String> extras = new LinkedHashMap<>(event.supplement().properties());
        extras.put("imported_raw", raw.toString());
        return event.withSupplement(new Supplement(extras));
    }

    private static void compare(JsonNode before, JsonNode after, String at, Map<String, JsonNode> lost) {
        if (before.isNull() || (before.isContainer() && before.isEmpty() && !after.isValueNode())) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            before.forEachEntry((name, value) -> compare(
                    value, after.path(name), at + "/" + name.replace("~", "~0").replace("/", "~1"), lost));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(before.get(i), after.get(i), at + "/" + i, lost);
            }
        } else if (!same(before, after)) {
            lost.put(at, before);
        }
    }

    private static boolean same(JsonNode before, JsonNode after) {
        if (before.isNumber() && after.isNumber()) {
            return Math.abs(before.asDouble() - after.asDouble()) <= TOLERANCE;
        }
        return before.equals(after);
    }
}
