package org.clashmap.extract.time;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clashmap.extract.table.ArabicWords;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * The time expressions of one language, from {@code extract/time/*.tsv}. Immutable, shared by all threads.
 *
 * <p>A row is one of
 *
 * <ul>
 *   <li>{@code month 5}, {@code weekday 1}, {@code unit DAYS} with the forms of the word; a form with a capital is read only
 *       where the text has a capital too (English "May", "March"; weekdays);
 *   <li>{@code @part} with the words of a class;
 *   <li>a {@link TimeReading}, with its argument if it takes one, and a pattern.
 * </ul>
 *
 * A pattern is a row of elements parted by spaces. An element is a choice of words and of names in angle brackets, parted
 * by bars; a question mark after it makes it optional. Names are classes or atoms: {@code <date>} a day with its month,
 * {@code <mon>} a month with or without a year, {@code <month>} one with a year, {@code <year>}, {@code <d>} a day number
 * ({@code <d>!}: with no word after it), {@code <wd>} a weekday, {@code <n>} a number, {@code <unit>}.
 */
final class TimeTable {
    /** English months that are other words without their capital. */
    private static final Set<String> STRICT_MONTHS = Set.of("March", "Mar", "May", "August");

    private static final Map<Language, TimeTable> TABLES = loadAll();

    /** A rule: what a pattern means. */
    record Rule(int order, TimeReading reading, String argument, List<Element> pattern) {}

    /** One place in a pattern. */
    record Element(Set<String> words, List<String> atoms, boolean optional, boolean bare) {}

    /** The value of a word, read only with a capital when it is written with one in the table. */
    record Lexeme(TimeAtom atom, boolean needsCapital) {}

    private final Map<String, Lexeme> lexicon = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Map<String, List<Rule>> rulesByWord = new HashMap<>();
    private final Map<String, List<Rule>> rulesByAtom = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Language language;

    private TimeTable(Language language) {
        this.language = language;
        int order = 0;
        for (WordTable.Row row : WordTable.rowsIfAny("extract/time/" + language.code())) {
            String[] head = row.get(0).split(" ", 2);
            String argument = head.length > 1 ? head[1] : "";
            if (row.get(0).startsWith("@")) {
                classes.put(row.get(0).substring(1), bare(row.get(1)));
            } else if (!addLexeme(head[0], argument, row.get(1))) {
                TimeReading reading =
                        TimeReading.valueOf(head[0].toUpperCase(Locale.ROOT).replace('-', '_'));
                index(new Rule(order++, reading, argument, pattern(row.get(1))));
            }
        }
    }

    static TimeTable of(Language language) {
        return Objects.requireNonNull(TABLES.get(language));
    }

    Language language() {
        return language;
    }

    @Nullable
    Lexeme findLexeme(String form) {
        return lexicon.get(form);
    }

    List<Rule> rulesOfWord(String form) {
        return rulesByWord.getOrDefault(form, List.of());
    }

    List<Rule> rulesOfAtom(String atom) {
        return rulesByAtom.getOrDefault(atom, List.of());
    }

    private static Map<Language, TimeTable> loadAll() {
        Map<Language, TimeTable> tables = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            tables.put(language, new TimeTable(language));
        }
        return tables;
    }

    private boolean addLexeme(String kind, String value, String forms) {
        TimeAtom atom = switch (kind) {
            // "month 5" is the name of a month; "month" with a pattern is the reading of that name
            case "month" -> value.isEmpty() ? null : new TimeAtom.Month(Integer.parseInt(value), 0);
            case "weekday" -> value.isEmpty() ? null : new TimeAtom.Weekday(DayOfWeek.of(Integer.parseInt(value)));
            case "unit" -> new TimeAtom.Unit(ChronoUnit.valueOf(value));
            default -> null;
        };
        if (atom == null) {
            return false;
        }
        for (String form : forms.split(" ", -1)) {
            boolean capital = Character.isUpperCase(form.charAt(0));
            boolean strict = kind.equals("weekday") || STRICT_MONTHS.contains(form);
            lexicon.put(bareForm(form), new Lexeme(atom, capital && strict));
        }
        return true;
    }

    private static Set<String> bare(String words) {
        Set<String> bare = new HashSet<>();
        for (String word : words.split(" ", -1)) {
            bare.add(bareForm(word));
        }
        return bare;
    }

    /** As {@link org.clashmap.extract.number.NumberTokens} has it; the two words of a name are joined by a line. */
    private static String bareForm(String form) {
        int line = form.indexOf('_');
        String lower = form.toLowerCase(Locale.ROOT);
        return line < 0
                ? ArabicWords.bare(lower)
                : ArabicWords.bare(lower.substring(0, line)) + "_" + ArabicWords.bare(lower.substring(line + 1));
    }

    private List<Element> pattern(String text) {
        List<Element> elements = new ArrayList<>();
        for (String part : text.split(" ", -1)) {
            boolean optional = part.length() > 1 && part.endsWith("?");
            String body = optional ? part.substring(0, part.length() - 1) : part;
            boolean bare = body.endsWith("!");
            Set<String> words = new HashSet<>();
            List<String> atoms = new ArrayList<>();
            for (String choice : (bare ? body.substring(0, body.length() - 1) : body).split("\\|", -1)) {
                String name = choice.startsWith("<") ? choice.substring(1, choice.length() - 1) : "";
                if (name.isEmpty()) {
                    words.add(bareForm(choice));
                } else if (classes.containsKey(name)) {
                    classes.get(name).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
                } else {
                    atoms.add(name);
                }
            }
            elements.add(new Element(words, atoms, optional, bare));
        }
        return List.copyOf(elements);
    }

    /** All rules, in the order of the table. */
    List<Rule> rules() {
        return Collections.unmodifiableList(rules);
    }

    /** Files a rule under everything it may begin with. */
    private void index(Rule rule) {
        rules.add(rule);
        for (Element element : rule.pattern) {
            element.words.forEach(word -> add(rulesByWord, word, rule));
            element.atoms.forEach(atom -> add(rulesByAtom, atom, rule));
            if (!element.optional) {
                return;
            }
        }
        throw new IllegalStateException("a time pattern of " + language + " may be empty: " + rule);
    }

    private static void add(Map<String, List<Rule>> rules, String key, Rule rule) {
        List<Rule> under = rules.computeIfAbsent(key, any -> new ArrayList<>());
        if (under.isEmpty() || under.getLast().order != rule.order) {
            under.add(rule);
        }
    }
}
