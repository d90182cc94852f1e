package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.Supplement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The property {@code dedup} of an event. Decided: the event holds its members. Not decided ({@code decidedBy} null): a
 * suggestion that it and its members may be one, for a person to look at.
 *
 * @param clusterId the event that holds the members, or null for a suggestion
 * @param members ids without the event's own; of a suggestion best first
 * @param rule the reasons in words
 */
record DedupNote(
        @Nullable String clusterId,
        List<String> members,
        String rule,
        @Nullable Double score,
        @Nullable String decidedBy) {
    private static final String DEDUP = "dedup";
    private static final String MERGED_INTO = "merged_into";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    DedupNote {
        members = List.copyOf(members);
    }

    /** Of a suggestion: the reasons that speak for one member. */
    String reasonFor(String member) {
        for (String part : rule.split(" \\| ", -1)) {
            if (part.startsWith(member + ": ")) {
                return part.substring(member.length() + 2);
            }
        }
        return rule;
    }

    static Optional<DedupNote> find(Event event) {
        return event.supplement().find(DEDUP).map(text -> {
            JsonNode node = JSON.readTree(text);
            List<String> members = new ArrayList<>();
            node.path("members").forEach(member -> members.add(member.asString()));
            return new DedupNote(
                    textOf(node, "cluster_id"),
                    members,
                    node.path("rule").asString(""),
                    node.path("score").isNumber() ? node.path("score").asDouble() : null,
                    textOf(node, "decided_by"));
        });
    }

    private static @Nullable String textOf(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }

    /** The events that were merged into an event, in the order of merging. */
    static List<String> membersOf(Event event) {
        return find(event)
                .filter(note -> event.id().equals(note.clusterId))
                .map(DedupNote::members)
                .orElse(List.of());
    }

    static Optional<DedupNote> findSuggestion(Event event) {
        return find(event).filter(note -> note.decidedBy == null && note.clusterId == null);
    }

    /** The event that an event was merged into. */
    static Optional<String> findTarget(Event event) {
        return Optional.ofNullable(event.supplement().text(MERGED_INTO));
    }

    Event on(Event event) {
        return with(event, DEDUP, toJson());
    }

    static Event without(Event event) {
        return with(event, DEDUP, null);
    }

    static Event mergedInto(Event event, @Nullable String target) {
        return with(event, MERGED_INTO, target == null ? null : Supplement.quote(target));
    }

    private static Event with(Event event, String name, @Nullable String json) {
        Map<String, @Nullable String> change = new HashMap<>();
        change.put(name, json);
        return event.withSupplement(event.supplement().with(change));
    }

    private String toJson() {
        StringBuilder json = new StringBuilder("{\"cluster_id\":");
        append(json, clusterId);
        json.append(",\"members\":[");
        for (int i = 0; i < members.size(); i++) {
            json.append(i == 0 ? "" : ",");
            Supplement.appendQuoted(json, members.get(i));
        }
        json.append("],\"rule\":");
        append(json, rule);
        json.append(",\"score\":").append(score).append(",\"decided_by\":");
        append(json, decidedBy);
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, @Nullable String text) {
        if (text == null) {
            json.append("null");
        } else {
            Supplement.appendQuoted(json, text);
        }
    }
}
