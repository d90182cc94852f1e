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

    private PlaceAdjectives() {}

    /** The adjective's nominative masculine ("покровський"), if the word has the shape of a place adjective. */
    public static Optional<String> nominative(String word, Language language) {
        return findStem(word, language).map(stem -> stem + "ий");
    }

    /** The names that an adjective may come from, likeliest first; none when the word is no such adjective. */
    public static List<String> names(String word, Language language) {
        Optional<String> found = findStem(word, language);
        if (found.isEmpty()) {
            return List.of();
        }
        String stem = found.get();
        Set<String> names = new LinkedHashSet<>();
        boolean ukrainian = language == Language.UK;
        // Куп'янський – Куп'янськ, Курский – Курск: the name ends like its adjective.
        names.add(stem);
        String suffix = ukrainian ? stem.substring(stem.length() - 3) : stem.substring(stem.length() - 2);
        String root = stem.substring(0, stem.length() - suffix.length());
        if (ukrainian) {
            addUkrainian(root, suffix, names);
        } else {
            addRussian(root, suffix, names);
        }
        names.removeIf(name -> name.length() < 3);
        return new ArrayList<>(names);
    }

    private static void addUkrainian(String root, String suffix, Set<String> names) {
        switch (suffix) {
            case "зьк" -> {
                add(names, root, "г", "га", "ж", "жжя", "з", "зя", "зь", "жя", "зьк");
                // Запорізький – Запоріжжя, Криворізький – Кривий Ріг is beyond endings.
            }
            case "цьк" -> add(names, root, "цьк", "к", "ка", "ки", "ч", "ць", "ця", "ці", "це", "ц", "ча");
            default -> {
                add(names, root, "", "а", "и", "і", "е", "о", "ь", "я", "ка", "ки", "не", "х", "ш", "с");
                // Новопавлівський – Новопавлівка; Чернівецький is listed above; Оріхівський – Оріхів.
                if (root.endsWith("ів") || root.endsWith("їв")) {
                    String shorter = root.substring(0, root.length() - 2);
                    add(names, shorter, "ове", "ова", "еве", "єве", "и", "і", "ово");
                }
                if (root.endsWith("н")) {
                    add(names, root.substring(0, root.length() - 1), "", "а", "е", "я", "и", "о");
                }
                if (root.endsWith("л")) {
                    add(names, root, "ь", "я");
                }
            }
        }
    }

    private static void addRussian(String root, String suffix, Set<String> names) {
        if (suffix.equals("цк")) {
            add(names, root, "цк", "к", "ка", "ки", "ч", "ц", "ец", "ца", "цы", "це");
            return;
        }
        add(names, root, "", "а", "ы", "и", "е", "о", "ь", "я", "ка", "ки", "ск", "ое", "ово", "ая");
        if (root.endsWith("ов") || root.endsWith("ев") || root.endsWith("ин")) {
            add(names, root, "о", "ка", "а");
            add(names, root.substring(0, root.length() - 2), "а", "ы", "и", "я", "ь");
        }
        if (root.endsWith("ж")) {
            add(names, root.substring(0, root.length() - 1), "жье", "га", "г");
        }
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
            case EN -> List.of();
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
