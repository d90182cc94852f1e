package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one language that relate a place to the places named, read once from {@code /geocode/phrases}: an ordered
 * list of patterns with the values of its numbers, units and bearings. Immutable; thread-safe.
 */
final class RelationTable {
    private static final Map<Language, RelationTable> LOADED = loadAll();
    private static final String DIGITS = "\\d+(?:[.,]\\d+)?";

    /**
     * A row.
     *
     * @param two counts only before exactly two names
     * @param before ends right before the names
     * @param after begins right after them, or null
     * @param around stands anywhere near, or null
     */
    record Rule(
            Relation relation,
            boolean two,
            Pattern before,
            @Nullable Pattern after,
            @Nullable Pattern around) {}

    /** A word with its value, in metres, degrees or as a number. */
    private record Value(Pattern words, double value) {}

    private final Map<String, List<Value>> values;
    private final List<Rule> rules;

    private RelationTable(Map<String, List<Value>> values, List<Rule> rules) {
        this.values = values;
        this.rules = List.copyOf(rules);
    }

    static RelationTable of(Language language) {
        RelationTable table = LOADED.get(language);
        if (table == null) {
            throw new IllegalArgumentException("no phrases of place for " + language);
        }
        return table;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The value of what a rule's group matched; null where the rule has no such group. */
    @Nullable
    Double value(String kind, Matcher matcher) {
        String group = kind.equals("number") ? "n" : kind;
        if (!matcher.namedGroups().containsKey(group) || matcher.group(group) == null) {
            return null;
        }
        String word = matcher.group(group);
        for (Value value : values.getOrDefault(kind, List.of())) {
            if (value.words.matcher(word).matches()) {
                return value.value;
            }
        }
        return Double.parseDouble(word.replace(',', '.'));
    }

    private static Map<Language, RelationTable> loadAll() {
        Map<Language, RelationTable> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, load(WordTable.rows("geocode/phrases/" + language.code(), 5)));
        }
        return all;
    }

    private static RelationTable load(List<WordTable.Row> rows) {
        Map<String, List<Value>> values = new java.util.HashMap<>();
        Map<String, List<String>> words = new java.util.HashMap<>();
        List<Rule> rules = new ArrayList<>();
        for (WordTable.Row row : rows) {
            String head = row.get(0);
            if (head.startsWith("@")) {
                String kind = head.substring(1);
                words.computeIfAbsent(kind, any -> new ArrayList<>()).add(row.get(2));
                if (!kind.equals("modifier")) {
                    values.computeIfAbsent(kind, any -> new ArrayList<>())
                            .add(new Value(compile(row.get(2)), Double.parseDouble(row.get(1))));
                }
            } else {
                rules.add(rule(row, words));
            }
        }
        return new RelationTable(values, rules);
    }

    private static Rule rule(WordTable.Row row, Map<String, List<String>> words) {
        String before = row.get(2)
                .replace("{N}", "(?<n>" + DIGITS + "|" + anyOf(words, "number") + ")")
                .replace("{U}", "(?<unit>" + anyOf(words, "unit") + ")")
                .replace("{B}", "(?<bearing>" + anyOf(words, "bearing") + ")")
                .replace("{M}", "(?:(?:" + anyOf(words, "modifier") + ")\\s*(?<![\\p{L}](?=[\\p{L}])))*");
        return new Rule(
                Relation.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                row.get(1).equals("2"),
                compile("(?:" + before + ")$"),
                row.get(3).isEmpty() ? null : compile(row.get(3)),
                row.get(4).isEmpty() ? null : compile(row.get(4)));
    }

    /** The longest first, so that "north" does not take the place of "north-east". */
    private static String anyOf(Map<String, List<String>> words, String kind) {
        return words.getOrDefault(kind, List.of()).stream()
                .flatMap(row -> java.util.Arrays.stream(row.split("\\|(?![^(]*\\))", -1)))
                .sorted(java.util.Comparator.comparingInt((String w) -> -w.length())
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .reduce((a, b) -> a + "|" + b)
                .orElse("(?!)");
    }

    private static Pattern compile(String expression) {
        return Pattern.compile("(?iu)" + expression);
    }
}
