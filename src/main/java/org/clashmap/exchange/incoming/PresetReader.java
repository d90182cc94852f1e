package org.clashmap.exchange.incoming;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads presets and mappings. They are JSON; what may stand in one is described in {@code docs/exchange.md}. Names that are
 * not known are refused with those that are.
 */
final class PresetReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Set<String> MEMBERS = Set.of(
            "name",
            "title",
            "form",
            "like",
            "detect",
            "columns",
            "quotes",
            "skip",
            "scheme",
            "publisher",
            "licence",
            "republish",
            "review",
            "earliest_year",
            "kind",
            "fields");

    private static final Set<String> RULE_MEMBERS =
            Set.of("from", "join", "flags", "values", "table", "column", "otherwise", "form", "split");

    private final String name;
    private final Presets known;

    /**
     * @param name for messages
     * @param known presets that this one may build on
     */
    PresetReader(String name, Presets known) {
        this.name = name;
        this.known = known;
    }

    Preset read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new ImportException(name + " is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!root.isObject()) {
            throw wrong("it must be a JSON object with the member \"fields\"");
        }
        checkMembers(root, MEMBERS, "");
        Preset base = root.has("like") ? known.get(root.get("like").asString("")) : null;
        return new Preset(
                root.path("name").asString("table"),
                root.path("title").asString(base == null ? "A table with a mapping" : base.title()),
                form(root, base),
                detection(root.path("detect")),
                table(root, base),
                terms(root, base),
                fields(root.path("fields"), base));
    }

    private ImportException wrong(String problem) {
        return new ImportException(name + ": " + problem);
    }

    private void checkMembers(JsonNode object, Set<String> allowed, String where) {
        for (String member : object.propertyNames()) {
            if (!allowed.contains(member)) {
                throw wrong(where + "\"" + member + "\" is not known here; known are "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private Preset.Form form(JsonNode root, @Nullable Preset base) {
        String word = root.path("form").asString("");
        if (word.isEmpty()) {
            return base == null ? Preset.Form.TABLE : base.form();
        }
        return constant(Preset.Form.class, word, "form");
    }

    private <E extends Enum<E>> E constant(Class<E> type, String word, String member) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(word)) {
                return one;
            }
        }
        List<String> allowed = new ArrayList<>();
        for (E one : type.getEnumConstants()) {
            allowed.add(one.name().toLowerCase(Locale.ROOT));
        }
        throw wrong(member + " \"" + word + "\" is not one of " + String.join(", ", allowed));
    }

    private Preset.Detection detection(JsonNode detect) {
        Map<String, Pattern> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : detect.path("values").properties()) {
            try {
                values.put(
                        Columns.key(value.getKey()),
                        Pattern.compile(value.getValue().asString()));
            } catch (PatternSyntaxException e) {
                throw new ImportException(name + ": detect: " + e.getMessage(), e);
            }
        }
        List<List<String>> anyOf = new ArrayList<>();
        detect.path("any_of").forEach(set -> anyOf.add(keys(set)));
        return new Preset.Detection(
                keys(detect.path("needs")),
                keys(detect.path("lacks")),
                anyOf,
                values,
                detect.path("weight").asInt(0));
    }

    private Preset.Table table(JsonNode root, @Nullable Preset base) {
        JsonNode skip = root.path("skip");
        return new Preset.Table(
                root.has("columns") || base == null
                        ? strings(root.path("columns"))
                        : base.table().columns(),
                root.path("quotes").asBoolean(base == null || base.table().quotes()),
                skip.isMissingNode()
                        ? base == null ? null : base.table().skip()
                        : new Preset.Skip(
                                skip.path("column").asString(""),
                                strings(skip.path("values")),
                                skip.path("why").asString("passed over")));
    }

    private Preset.Terms terms(JsonNode root, @Nullable Preset base) {
        Preset.Terms before = base == null
                ? new Preset.Terms("other", null, null, true, "machine", 1900, Preset.Kind.EVENTS)
                : base.terms();
        return new Preset.Terms(
                root.path("scheme").asString(before.scheme()),
                root.path("publisher").asString(before.publisher()),
                root.path("licence").asString(before.licence()),
                root.path("republish").asBoolean(before.republish()),
                root.path("review").asString(before.review()),
                root.path("earliest_year").asInt(before.earliestYear()),
                root.has("kind") ? constant(Preset.Kind.class, root.get("kind").asString(), "kind") : before.kind());
    }

    private Map<Field, FieldRule> fields(JsonNode fields, @Nullable Preset base) {
        Map<Field, FieldRule> rules = new EnumMap<>(Field.class);
        if (base != null) {
            rules.putAll(base.fields());
        }
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            Field field = Field.find(entry.getKey())
                    .orElseThrow(
                            () -> wrong("fields: \"" + entry.getKey() + "\" is no field; fields are " + Field.words()));
            if (entry.getValue().isNull()) {
                rules.remove(field);
            } else {
                rules.put(field, rule(field, entry.getValue()));
            }
        }
        return rules;
    }

    private FieldRule rule(Field field, JsonNode node) {
        if (node.isString() || node.isArray()) {
            return new FieldRule(keys(node), null, Map.of(), null, null, null, null, null);
        }
        String where = "fields: " + field.word() + ": ";
        checkMembers(node, RULE_MEMBERS, where);
        Map<String, String> flags = new LinkedHashMap<>();
        node.path("flags").forEachEntry((column, value) -> flags.put(Columns.key(column), value.asString()));
        Map<String, String> values = null;
        if (node.has("values")) {
            values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> value : node.get("values").properties()) {
                values.put(value.getKey(), value.getValue().asString());
            }
        }
        String form = node.path("form").asString("");
        DateForm dateForm = form.isEmpty()
                ? null
                : DateForm.find(form)
                        .orElseThrow(() -> wrong(where + "form \"" + form + "\" is not one of " + DateForm.words()));
        return new FieldRule(
                keys(node.path("from")),
                node.path("join").asString(null),
                flags,
                values,
                node.has("table")
                        ? PrefixTable.load(
                                node.get("table").asString(),
                                node.path("column").asInt(1))
                        : null,
                node.path("otherwise").asString(null),
                dateForm,
                node.path("split").asString(null));
    }

    private static List<String> keys(JsonNode node) {
        return strings(node).stream().map(Columns::key).toList();
    }

    private static List<String> strings(JsonNode node) {
        if (node.isString()) {
            return List.of(node.asString());
        }
        List<String> strings = new ArrayList<>();
        node.forEach(item -> strings.add(item.asString()));
        return List.copyOf(strings);
    }
}
