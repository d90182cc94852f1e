package org.clashmap.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leads adjectives of places back to the names they may come from: "Покровському" to Покровськ, "Новопавлівського" to
 * Новопавлівка, "Запорізькій" to Запоріжжя. Like {@link CaseForms} it guesses, and a caller keeps the names it knows.
 * Works on folded keys. Constant time, thread-safe.
 */
public final class PlaceAdjectives {
    private static final List<String> UKRAINIAN_ENDINGS =
            List.of("ими", "ого", "ому", "ий", "им", "ім", "ою", "ої", "ій", "их", "а", "у", "е", "і");
    private static final List<String> RUSSIAN_ENDINGS =
            List.of("ими", "ого", "ому", "ий", "им", "ом", "ой", "ою", "ую", "ая", "ое", "ие", "их");

    private static final List<String> POSSESSIVE = List.of("ів", "їв", "ов", "ев");
    private static final int SHORTEST_ROOT = 3;

    private PlaceAdjectives() {}

    /** The adjective's nominative masculine ("покровський"), if the word has the shape of a place adjective. */
    public static Optional<String> nominative(String word, Language language) {
        return findStem(word, language).map(stem -> stem + "ий");
    }

    /**
     * The names that an adjective may come from, in tiers: a name of an earlier tier makes those of the later ones
     * unlikely. No tiers when the word is no such adjective.
     */
    public static List<List<String>> names(String word, Language language) {
        Optional<String> found = findStem(word, language);
        if (found.isEmpty()) {
            return List.of();
        }
        String stem = found.get();
        String root = stem.substring(0, stem.length() - (language == Language.UK ? 3 : 2));
        String suffix = stem.substring(root.length());
        List<String> alike = new ArrayList<>(List.of(stem));
        List<String> roots = new ArrayList<>();
        if (root.length() >= SHORTEST_ROOT) {
            roots.addAll(List.of(root, root + "ля", stem + (language == Language.UK ? "е" : "ое")));
            roots.addAll(possessives(root));
        }
        if (language == Language.RU && !possessives(root).isEmpty()) {
            // Russia's Константиновск must not hide Константиновка.
            alike.add(root + "ка");
        }
        return List.of(
                // Куп'янський – Куп'янськ: the name ends like its adjective.
                List.copyOf(alike),
                // Харківський – Харків: it is the root. Троїцький – Троїцьке: it is an adjective itself.
                List.copyOf(roots),
                guesses(root, suffix, language),
                CompoundAdjectives.names(root, suffix, language, rest -> allSimple(rest, suffix, language)));
    }

    /** Names in -івка and -ове, whose adjective ends like that of one in -ів: Костянтинівка, Курахове. */
    private static List<String> possessives(String root) {
        if (POSSESSIVE.stream().noneMatch(root::endsWith)) {
            return List.of();
        }
        String shorter = root.substring(0, root.length() - 2);
        return List.of(
                root + "ка", shorter + "ове", shorter + "ово", shorter + "ево", shorter + "єве", shorter + "еве");
    }

    /** All names that a simple adjective may come from. */
    private static List<String> allSimple(String root, String suffix, Language language) {
        List<String> names = new ArrayList<>(List.of(root + suffix, root, root + "ка", root + "ля"));
        names.addAll(guesses(root, suffix, language));
        return names;
    }

    private static List<String> guesses(String root, String suffix, Language language) {
        Set<String> guesses = new LinkedHashSet<>();
        if (language == Language.UK) {
            addUkrainian(root, suffix, guesses);
        } else {
            addRussian(root, suffix, guesses);
        }
        guesses.removeIf(name -> name.length() < SHORTEST_ROOT);
        return List.copyOf(guesses);
    }

    private static void addUkrainian(String root, String suffix, Set<String> names) {
        switch (suffix) {
            // Запорізький – Запоріжжя, Празький – Прага.
            case "зьк" -> add(names, root, "г", "га", "ж", "жжя", "з", "зя", "зь", "жя");
            // Вінницький – Вінниця, Прилуцький – Прилуки, Чернівецький – Чернівці, Кременчуцький – Кременчук.
            case "цьк" -> {
                add(names, root, "к", "ка", "ки", "ч", "ць", "ця", "ці", "це", "ц", "ча");
                if (root.endsWith("е")) {
                    add(names, root.substring(0, root.length() - 1), "ці");
                }
            }
            default -> {
                // Сумський – Суми, Полтавський – Полтава, Новопавлівський – Новопавлівка, Рівненський – Рівне.
                add(names, root, "а", "и", "і", "е", "о", "ь", "я", "ка", "ки", "х", "ха", "ля", "не", "на");
                // Одеський – Одеса, Черкаський – Черкаси.
                add(names, root, "са", "си", "с");
                addOpenSyllable(root.endsWith("ь") ? root.substring(0, root.length() - 1) : root, names);
                if (root.endsWith("ів") || root.endsWith("їв")) {
                    String shorter = root.substring(0, root.length() - 2);
                    add(names, shorter, "ове", "ова", "еве", "єве", "а", "и", "і", "ово");
                }
                addWithoutJoint(root, names);
            }
        }
    }

    /** An open syllable has о where the adjective's closed one has і: Гуляйпільський – Гуляйполе, Волинський is none. */
    private static void addOpenSyllable(String root, Set<String> names) {
        int vowel = root.lastIndexOf('і');
        if (vowel > 0 && vowel == root.length() - 2) {
            String open = root.substring(0, vowel) + "о" + root.substring(vowel + 1);
            add(names, open, "е", "а", "о", "и");
        }
    }

    /** Without what joins the ending to a vowel: Ялтинський – Ялта, Суджанський – Суджа, Рівненський – Рівне. */
    private static void addWithoutJoint(String root, Set<String> names) {
        for (String joint : List.of("ин", "ян", "ан", "ен")) {
            if (root.endsWith(joint) && root.length() > 4) {
                add(names, root.substring(0, root.length() - 2), "а", "я", "е", "и", "о", "і", "ь", "не", "на");
            }
        }
    }

    private static void addRussian(String root, String suffix, Set<String> names) {
        if (suffix.equals("цк")) {
            add(names, root, "к", "ка", "ки", "ч", "ц", "ец", "ца", "цы", "це");
            return;
        }
        add(names, root, "а", "ы", "и", "е", "о", "ь", "я", "ка", "ки", "ое", "ово", "ая");
        if (root.endsWith("ов") || root.endsWith("ев") || root.endsWith("ин")) {
            add(names, root.substring(0, root.length() - 2), "ы", "и", "а");
        }
        if (root.endsWith("ж")) {
            add(names, root.substring(0, root.length() - 1), "жье", "га", "г");
        }
        if (root.endsWith("с")) {
            // Одесский – Одесса.
            names.add(root + "са");
        }
        if (root.endsWith("ь")) {
            names.add(root.substring(0, root.length() - 1));
        }
        addWithoutJoint(root, names);
    }

    private static void add(Set<String> names, String stem, String... endings) {
        for (String ending : endings) {
            names.add(stem + ending);
        }
    }

    /** The stem that ends in ськ, зьк, цьк, or in ск, цк; longest ending first. */
    private static Optional<String> findStem(String word, Language language) {
        List<String> endings = switch (language) {
            case UK -> UKRAINIAN_ENDINGS;
            case RU -> RUSSIAN_ENDINGS;
            case EN, AR, FR, ES -> List.of();
        };
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                String stem = word.substring(0, word.length() - ending.length());
                boolean fits = language == Language.UK
                        ? stem.endsWith("ськ") || stem.endsWith("зьк") || stem.endsWith("цьк")
                        : stem.endsWith("ск") || stem.endsWith("цк");
                if (fits && stem.length() > 4) {
                    return Optional.of(stem);
                }
            }
        }
        return Optional.empty();
    }
}
