package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.text.CaseForms;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;

/**
 * Which of a place's names belong to a language. Most names come without one: their letters tell, and among the names left
 * those come first that, romanised, give a name the place has in Latin letters. Thread-safe.
 */
final class PlaceNames {
    private static final String ONLY_UKRAINIAN = "іїєґ";
    private static final String ONLY_RUSSIAN = "ыэъё";
    /** Letters of both; any other Cyrillic letter tells of a third language. */
    private static final String SHARED = "абвгдежзийклмнопрстуфхцчшщьюя";

    private final PlaceTable places;
    private final NameTable names;

    PlaceNames(PlaceTable places, NameTable names) {
        this.places = places;
        this.names = names;
    }

    /** The lower the better; of equals the longer spelling, but none with more words than the main name. */
    private record Graded(String spelling, int grade, int words) {}

    /** All names, the main name first, each with the languages it may belong to. */
    List<PlaceName> all(int row) {
        Map<Language, List<String>> byLanguage = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            byLanguage.put(language, of(row, language));
        }
        List<PlaceName> all = new ArrayList<>();
        for (int name = places.firstNameOf(row); name < places.nameEndOf(row); name++) {
            String spelling = names.spelling(name);
            List<Language> languages = byLanguage.keySet().stream()
                    .filter(language ->
                            byLanguage.getOrDefault(language, List.of()).contains(spelling))
                    .toList();
            all.add(new PlaceName(spelling, Matches.kind(names.mark(name)), languages, names.validity(name)));
        }
        return List.copyOf(all);
    }

    List<String> of(int row, Language language) {
        int first = places.firstNameOf(row);
        if (language == Language.EN) {
            List<String> latin = new ArrayList<>();
            for (int name = first; name < places.nameEndOf(row); name++) {
                String spelling = names.spelling(name);
                if (names.mark(name) != '!' && isLatin(spelling)) {
                    latin.add(spelling);
                }
            }
            return List.copyOf(latin);
        }
        if (!language.isSlavic()) {
            // The tables do not tell which names are French, Spanish or Arabic.
            return List.of();
        }
        Set<String> latin = new HashSet<>();
        for (int name = first; name < places.nameEndOf(row); name++) {
            latin.add(NameKeys.fold(names.spelling(name)));
        }
        String main = NameKeys.fold(names.spelling(first));
        List<Graded> graded = new ArrayList<>();
        for (int name = first; name < places.nameEndOf(row); name++) {
            String spelling = names.spelling(name);
            int grade = grade(spelling, names.mark(name), language, main, latin);
            if (grade >= 0) {
                graded.add(new Graded(spelling, grade, Math.abs(words(spelling) - words(main))));
            }
        }
        Set<String> keys = new HashSet<>();
        graded.forEach(name -> keys.add(NameKeys.fold(name.spelling)));
        // GeoNames lists some names in other cases as well.
        graded.removeIf(name -> name.grade > 0
                && CaseForms.nominatives(NameKeys.fold(name.spelling), language).stream()
                        .anyMatch(keys::contains));
        graded.sort(Comparator.comparingInt(Graded::grade)
                .thenComparingInt(Graded::words)
                .thenComparingInt(name -> name.grade == 0 ? 0 : -name.spelling.length()));
        return graded.stream().map(Graded::spelling).toList();
    }

    /** 0 for a marked name, then the less alike the later; -1 for a name of another language. */
    private static int grade(String spelling, byte mark, Language language, String main, Set<String> latin) {
        boolean ukrainian = language == Language.UK;
        if (!NameKeys.isCyrillic(spelling) || mark == (ukrainian ? '*' : '+')) {
            return -1;
        }
        if (mark == '=' || mark == (ukrainian ? '+' : '*')) {
            return 0;
        }
        String foreign = ukrainian ? ONLY_RUSSIAN : ONLY_UKRAINIAN;
        for (char c : spelling.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            if (foreign.indexOf(c) >= 0) {
                return -1;
            }
            boolean special = (ukrainian ? ONLY_UKRAINIAN : ONLY_RUSSIAN).indexOf(c) >= 0;
            if (Character.isLetter(c) && !special && SHARED.indexOf(c) < 0) {
                return -1;
            }
        }
        boolean old = mark == '-' || mark == '!';
        List<String> romanised = Romanisation.of(NameKeys.fold(spelling), language);
        int likeness =
                ukrainian && romanised.contains(main) ? 1 : romanised.stream().anyMatch(latin::contains) ? 2 : 3;
        return (old ? 10 : 0) + likeness;
    }

    private static int words(String name) {
        return name.split("[ -]", -1).length;
    }

    private static boolean isLatin(String spelling) {
        return spelling.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }
}
