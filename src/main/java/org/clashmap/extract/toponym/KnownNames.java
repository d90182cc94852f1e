package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * What a name may mean: the gazetteer's answer and, in Arabic, French and Spanish, the names and demonyms that its tables
 * have in other languages only ({@code exonyms}, {@code demonyms}). Immutable; thread-safe.
 */
final class KnownNames {
    private static final Language[] COLUMNS = {Language.AR, Language.FR, Language.ES};
    private static final List<String> ARABIC_ENDINGS = List.of("", "ه", "ون", "ين", "ات", "ا");
    private static final List<String> FRENCH_ENDINGS = List.of("", "s", "e", "es", "ne", "nes");
    private static final List<String> SPANISH_ENDINGS = List.of("", "s", "a", "es", "as");

    private static final int SHORTEST_HALF = 3;

    private final Gazetteer gazetteer;
    private final Map<Language, Map<String, List<Place>>> exonyms = new HashMap<>();
    private final Map<Language, TreeMap<String, Place>> demonyms = new HashMap<>();
    private final Map<Language, Set<String>> firstWords = new HashMap<>();

    KnownNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        for (Language language : COLUMNS) {
            exonyms.put(language, new HashMap<>());
            demonyms.put(language, new TreeMap<>());
            firstWords.put(language, new HashSet<>());
        }
        eachName("extract/toponyms/exonyms", this::addExonym);
        eachName("extract/toponyms/demonyms", this::addDemonym);
    }

    /** A name of a table with its language and place. */
    private interface Entry {
        void add(Language language, String name, Place place);
    }

    /** A place that other tables than the repository's lack is passed over. */
    private void eachName(String table, Entry entry) {
        for (WordTable.Row row : WordTable.rows(table, 4)) {
            gazetteer.find(row.get(0)).ifPresent(place -> {
                for (int i = 0; i < COLUMNS.length; i++) {
                    for (String name : row.get(i + 1).split("\\|", -1)) {
                        if (!name.isEmpty()) {
                            entry.add(COLUMNS[i], name, place);
                        }
                    }
                }
            });
        }
    }

    private void addExonym(Language language, String name, Place place) {
        String key = NameKeys.fold(name);
        List<Place> places = of(exonyms, language).computeIfAbsent(key, any -> new ArrayList<>(1));
        if (!places.contains(place)) {
            places.add(place);
        }
        firstWords.getOrDefault(language, Set.of()).add(key.split(" ", 2)[0]);
    }

    private void addDemonym(Language language, String root, Place place) {
        String key = NameKeys.fold(root);
        Map<String, Place> forms = demonyms.getOrDefault(language, new TreeMap<>());
        switch (language) {
            case AR ->
                ARABIC_ENDINGS.forEach(ending -> {
                    forms.putIfAbsent(key + ending, place);
                    forms.putIfAbsent("ال" + key + ending, place);
                });
            case FR -> FRENCH_ENDINGS.forEach(ending -> forms.putIfAbsent(key + ending, place));
            case ES -> {
                String stem = key.endsWith("o") ? key.substring(0, key.length() - 1) : key;
                forms.putIfAbsent(key, place);
                SPANISH_ENDINGS.stream()
                        .filter(ending -> !(ending.isEmpty() && key.endsWith("o")))
                        .forEach(ending -> forms.putIfAbsent(stem + ending, place));
                forms.putIfAbsent(key + "s", place);
            }
            case EN, UK, RU -> throw new IllegalStateException("no column for " + language);
        }
    }

    private static <T> Map<String, T> of(Map<Language, Map<String, T>> all, Language language) {
        return all.getOrDefault(language, Map.of());
    }

    List<NameMatch> lookup(CharSequence name, Language language) {
        List<NameMatch> matches = gazetteer.lookup(name, language);
        List<Place> own =
                of(exonyms, language).getOrDefault(exonyms.containsKey(language) ? NameKeys.fold(name) : "", List.of());
        if (own.isEmpty() && language != Language.AR) {
            return matches;
        }
        List<NameMatch> all = new ArrayList<>();
        for (Place place : own) {
            all.add(new NameMatch(place, name.toString(), NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED));
        }
        for (NameMatch match : matches) {
            addNew(match.place(), match, all);
        }
        if (language == Language.AR) {
            for (NameMatch match : matches) {
                Place unit = unitCalledAfter(match.place());
                if (unit != null) {
                    addNew(unit, new NameMatch(unit, match.matchedName(), NameMatch.Kind.VARIANT, match.level()), all);
                }
            }
        }
        return all;
    }

    private static void addNew(Place place, NameMatch match, List<NameMatch> matches) {
        if (matches.stream().noneMatch(known -> known.place().id().equals(place.id()))) {
            matches.add(match);
        }
    }

    /** The unit of a seat that bears the seat's name: most Arabic names of units are in the tables under their seat only. */
    private @Nullable Place unitCalledAfter(Place seat) {
        String unit = seat.feature().code().startsWith("PPLA") ? seat.admin().admin1() : null;
        return unit == null
                ? null
                : gazetteer
                        .find(unit)
                        .filter(found -> NameKeys.fold(found.name()).equals(NameKeys.fold(seat.name())))
                        .orElse(null);
    }

    /** True when a name is one of the list for its language: not a word that a place happens to be called. */
    boolean isExonym(CharSequence name, Language language) {
        return of(exonyms, language).containsKey(NameKeys.fold(name));
    }

    /** True when some name of the list begins with a word; lets a scan of words in lower case stop early. */
    boolean beginsExonym(String word, Language language) {
        return firstWords.getOrDefault(language, Set.of()).contains(NameKeys.fold(word));
    }

    Optional<Place> findByDemonym(CharSequence word, Language language) {
        if (!demonyms.containsKey(language)) {
            return gazetteer.findByDemonym(word, language);
        }
        return Optional.ofNullable(
                        demonyms.getOrDefault(language, new TreeMap<>()).get(NameKeys.fold(word)))
                .or(() -> gazetteer.findByDemonym(word, language));
    }

    /** The country of the first half of a compound: "soudano-tchadienne", "colombo-venezolana", "українсько-російський". */
    Optional<Place> findByFirstHalf(String half, Language language) {
        if (!half.endsWith("o") && !half.endsWith("о")) {
            return Optional.empty();
        }
        String stem = NameKeys.fold(half.substring(0, half.length() - 1));
        if (language.isSlavic()) {
            return gazetteer.findByDemonym(stem + "ий", language);
        }
        Map.Entry<String, Place> first =
                demonyms.getOrDefault(language, new TreeMap<>()).ceilingEntry(stem);
        return stem.length() < SHORTEST_HALF || first == null || !first.getKey().startsWith(stem)
                ? Optional.empty()
                : Optional.of(first.getValue());
    }

    List<NameMatch> lookupAdjective(CharSequence word, Language language) {
        return gazetteer.lookupAdjective(word, language);
    }

    List<NameMatch> lookupWithin(CharSequence name, Language language, String within) {
        return gazetteer.lookupWithin(name, language, within);
    }
}
