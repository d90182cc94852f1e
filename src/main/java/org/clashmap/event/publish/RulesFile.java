package org.clashmap.event.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code publishing.json} of the data folder (described in docs/publishing.md): a rule stands for the one of the
 * program, null switches it off, and what is not named stays. A word that is not known is refused: a rule with a slip in it
 * must not turn into none.
 */
public final class RulesFile {
    static final String NAME = "publishing.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_DELAY_HOURS = 24 * 3660;
    private static final List<String> MEMBERS = List.of("format", "exact_for", "rules", "sources_at_risk");
    private static final List<String> RULE_MEMBERS = List.of("delay_hours", "place", "date", "withhold", "because");

    private final Path file;

    private RulesFile(Path file) {
        this.file = file;
    }

    /**
     * The rules of a data folder; those of the program where it holds no file of rules.
     *
     * @throws IllegalArgumentException when the file cannot be used; the message names it, the member and what is allowed
     */
    public static Rules read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Rules.standard();
        }
        return new RulesFile(file).read();
    }

    private Rules read() {
        JsonNode document;
        try {
            document = JSON.readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "the publishing rules \"" + file + "\" cannot be read: " + unreadable.getMessage(), unreadable);
        }
        if (!document.isObject()) {
            throw wrong("it", "is no JSON object");
        }
        checkMembers("it", document, MEMBERS);
        if (document.path("format").asInt(0) != 1) {
            throw wrong("format", "is " + document.path("format") + "; this program reads format 1");
        }
        Rules standard = Rules.standard();
        Map<String, Rule> rules = new LinkedHashMap<>(standard.rules());
        JsonNode given = document.path("rules");
        if (!given.isMissingNode() && !given.isObject()) {
            throw wrong("rules", "is no JSON object");
        }
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            if (entry.getValue().isNull()) {
                rules.remove(entry.getKey());
            } else {
                rules.put(entry.getKey(), rule("rules." + entry.getKey(), entry.getValue()));
            }
        }
        JsonNode exactFor = document.path("exact_for");
        String role = exactFor.isMissingNode() ? standard.exactFor() : word("exact_for", exactFor, this::role);
        return new Rules(rules, role, strings("sources_at_risk", document.path("sources_at_risk")));
    }

    private String role(String word) {
        if (!Rules.ROLES.contains(word)) {
            throw new IllegalArgumentException(String.join(", ", Rules.ROLES));
        }
        return word;
    }

    private Rule rule(String where, JsonNode node) {
        if (!node.isObject()) {
            throw wrong(where, "is neither a JSON object nor null");
        }
        checkMembers(where, node, RULE_MEMBERS);
        JsonNode hours = node.path("delay_hours");
        if (!hours.isMissingNode()
                && (!hours.isIntegralNumber() || hours.asLong() < 0 || hours.asLong() > LONGEST_DELAY_HOURS)) {
            throw wrong(
                    where + ".delay_hours",
                    "is " + hours + "; allowed: a whole number from 0 to " + LONGEST_DELAY_HOURS);
        }
        Set<Fact> withheld = EnumSet.noneOf(Fact.class);
        for (String fact : strings(where + ".withhold", node.path("withhold"))) {
            withheld.add(parse(where + ".withhold", fact, Fact::parse));
        }
        JsonNode because = node.path("because");
        return new Rule(
                Duration.ofHours(hours.asLong(0)),
                node.path("place").isMissingNode()
                        ? Blur.NONE
                        : word(where + ".place", node.path("place"), Blur::parse),
                node.path("date").isMissingNode()
                        ? Coarseness.DAY
                        : word(where + ".date", node.path("date"), Coarseness::parse),
                withheld,
                because.isMissingNode() ? "by a rule of this installation" : word(where + ".because", because, w -> w));
    }

    private <T> T word(String where, JsonNode node, Function<String, T> parser) {
        if (!node.isString()) {
            throw wrong(where, "is " + node + ", not a text");
        }
        return parse(where, node.asString(), parser);
    }

    private <T> T parse(String where, String word, Function<String, T> parser) {
        try {
            return parser.apply(word);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    message(where, "is \"" + word + "\"; allowed: " + refused.getMessage()), refused);
        }
    }

    private List<String> strings(String where, JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (!node.isMissingNode() && !node.isArray()) {
            throw wrong(where, "is no list of texts");
        }
        for (JsonNode entry : node) {
            if (!entry.isString() || entry.asString().isBlank()) {
                throw wrong(where, "holds " + entry + ", which is no text");
            }
            strings.add(entry.asString().strip());
        }
        return strings;
    }

    private void checkMembers(String where, JsonNode node, List<String> allowed) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!allowed.contains(member.getKey())) {
                throw wrong(where, "has a member \"" + member.getKey() + "\"; allowed: " + String.join(", ", allowed));
            }
        }
    }

    private IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException(message(where, what));
    }

    private String message(String where, String what) {
        return "the publishing rules \"" + file + "\" cannot be used: " + where + " " + what + ".";
    }
}
