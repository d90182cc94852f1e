package org.clashmap.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Adjectives of places whose name has two words: "великоновосілківський" of Велика Новосілка, "новокаховский" of Новая
 * Каховка, "станично-луганський" of Станиця Луганська, "часовоярський" of Часів Яр. Written together, the first part must
 * be a word that such names begin with; with a hyphen it may be any. Guesses like {@link PlaceAdjectives}, on folded keys.
 */
final class CompoundAdjectives {
    /** First parts, without the vowel that joins them. */
    private static final Set<String> UKRAINIAN_FIRST = Set.of(
            "велик", "мал", "нов", "стар", "верхнь", "нижнь", "середнь", "дальнь", "ближнь", "крив", "біл", "чорн",
            "красн", "червон", "жовт", "зелен", "довг", "часов", "добр", "сух", "гостр", "камян", "кисл", "кріп",
            "бил");

    private static final Set<String> RUSSIAN_FIRST = Set.of(
            "велик", "мал", "нов", "стар", "верхн", "нижн", "средн", "дальн", "ближн", "крив", "бел", "черн", "красн",
            "желт", "зелен", "долг", "часов", "добр", "сух", "остр", "камен", "боль");

    private static final List<String> UKRAINIAN_ENDINGS = List.of("а", "ий", "е", "і", "я", "ій", "є", "");
    private static final List<String> RUSSIAN_ENDINGS =
            List.of("ая", "ый", "ое", "ые", "ий", "ой", "ие", "яя", "ее", "");
    private static final int SHORTEST_FIRST = 3;
    private static final int SHORTEST_REST = 2;

    private CompoundAdjectives() {}

    /**
     * The names of two words that an adjective may come from.
     *
     * @param root the adjective without its suffix and ending: "великоновосілків"
     * @param suffix "ськ" and the like
     * @param simple the names that a simple adjective of a root may come from
     */
    static List<String> names(String root, String suffix, Language language, Function<String, List<String>> simple) {
        Set<String> names = new LinkedHashSet<>();
        int space = root.lastIndexOf(' ');
        if (space > 0) {
            combine(root.substring(0, space), root.substring(space + 1), suffix, language, simple, names);
        } else {
            Set<String> firsts = language == Language.UK ? UKRAINIAN_FIRST : RUSSIAN_FIRST;
            for (int cut = SHORTEST_FIRST; cut <= root.length() - SHORTEST_REST; cut++) {
                boolean joined = "оеє".indexOf(root.charAt(cut - 1)) >= 0;
                if (joined && firsts.contains(root.substring(0, cut - 1))) {
                    combine(root.substring(0, cut), root.substring(cut), suffix, language, simple, names);
                }
            }
        }
        return List.copyOf(names);
    }

    private static void combine(
            String first,
            String rest,
            String suffix,
            Language language,
            Function<String, List<String>> simple,
            Set<String> names) {
        List<String> seconds = new ArrayList<>(simple.apply(rest));
        // "Луганська" in "Станиця Луганська" is an adjective itself.
        List<String> endings = language == Language.UK ? UKRAINIAN_ENDINGS : RUSSIAN_ENDINGS;
        endings.subList(0, 4).forEach(ending -> seconds.add(rest + suffix + ending));
        for (String one : firstWords(first, endings)) {
            seconds.forEach(second -> names.add(one + ' ' + second));
        }
    }

    private static List<String> firstWords(String first, List<String> endings) {
        List<String> words = new ArrayList<>();
        String stem = first.substring(0, first.length() - 1);
        String soft = stem.endsWith("ь") ? stem.substring(0, stem.length() - 1) : stem;
        endings.forEach(ending -> words.add(soft + ending));
        if (stem.endsWith("ов") || stem.endsWith("ев")) {
            words.add(stem.substring(0, stem.length() - 2) + "ів");
        }
        if (stem.endsWith("чн")) {
            // Станично- of Станиця, станица.
            words.add(stem.substring(0, stem.length() - 2) + "ця");
            words.add(stem.substring(0, stem.length() - 2) + "ца");
        }
        if (stem.endsWith("ськ")) {
            words.add(stem.substring(0, stem.length() - 3) + "ка");
        } else if (stem.endsWith("ск")) {
            words.add(stem.substring(0, stem.length() - 2) + "ка");
        }
        words.add(stem + "а");
        words.add(first);
        return words;
    }
}
