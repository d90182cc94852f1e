package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.clashmap.gazetteer.BestPlaces.Scored;
import org.clashmap.gazetteer.SearchHit.Closeness;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;

/**
 * Search for people who type: whole names, beginnings of names and of their later words, other alphabets and spellings, and
 * slips of the finger. Made when the first search comes, from the folded keys of all names in sorted order: about 45 MB for
 * 800,000 names. Thread-safe.
 */
final class NameSearch {
    /** Shorter queries look at the larger places only. */
    private static final int SHORTEST_BEGINNING = 3;

    private static final int SHORTEST_LOOSE = 5;
    /** So many more are weighed than are asked for, as a town is set before its unit afterwards. */
    private static final int SPARE = 20;
    /** A town with fewer of its unit's people is another of that name. */
    private static final int LEAST_SHARE_OF_TOWN = 300;

    /** Where one town has a Ukrainian and a Russian name, so that a loose spelling is looked for also without a unit. */
    private static final List<String> TWO_NAMED = List.of("UA", "RU", "BY");

    private final PlaceTable places;
    private final NameTable names;
    private final NameLookup lookup;
    private final LooseNames looseNames;
    private final float[] weights;
    private final SortedNames sorted;
    private final TypedUnits typedUnits;

    NameSearch(PlaceTable places, NameTable names, NameLookup lookup, LooseNames looseNames) {
        this.places = places;
        this.names = names;
        this.lookup = lookup;
        this.looseNames = looseNames;
        this.weights = SearchScores.weights(places);
        this.sorted = SortedNames.of(places, names, weights);
        this.typedUnits = new TypedUnits(places, names, lookup, sorted);
    }

    /** @param unit row of the unit to stay in, or -1 */
    List<SearchHit> search(SearchQuery query, int unit) {
        if (NameKeys.fold(query.text()).isEmpty() || query.limit() <= 0) {
            return List.of();
        }
        IntPredicate within = within(query, unit);
        boolean hasComma = query.text().indexOf(',') >= 0;
        if (!hasComma) {
            List<Scored> whole = find(query.text(), query, unit, within, false);
            if (whole.stream().anyMatch(found -> found.closeness() != Closeness.WORD_BEGINNING)) {
                return hits(whole, List.of(), query.limit());
            }
        }
        for (TypedUnits.Reading reading : typedUnits.readings(query.text())) {
            IntPredicate accepted = row -> within.test(row) && reading.holds(typedUnits, row);
            int only = reading.units().size() == 1 ? reading.units().getFirst() : unit;
            // Without a comma the words are a guess, so that a slip in the name is not forgiven as well.
            List<Scored> found = find(reading.name(), query, only, accepted, hasComma);
            if (!found.isEmpty()) {
                return hits(found, reading.units(), query.limit());
            }
        }
        String name = hasComma ? query.text().substring(0, query.text().indexOf(',')) : query.text();
        return hits(find(name, query, unit, within, true), List.of(), query.limit());
    }

    private IntPredicate within(SearchQuery query, int unit) {
        IntPredicate inUnit = unit < 0 ? row -> true : row -> row == unit || typedUnits.holds(unit, row);
        return query.box()
                .map(box -> inUnit.and(row -> box.contains(places.lonOf(row), places.latOf(row))))
                .orElse(inUnit);
    }

    private List<Scored> find(String text, SearchQuery query, int unit, IntPredicate accepted, boolean forgivesSlips) {
        String key = NameKeys.fold(text);
        if (key.isEmpty()) {
            return List.of();
        }
        SearchScores scores = new SearchScores(places, names, weights, query.near());
        Offers offers = new Offers(new BestPlaces(query.limit() + SPARE, places), scores, accepted);
        List<Language> languages = languagesOf(key);
        languages.forEach(language -> offers.all(lookup.lookup(text, language, accepted)));
        List<String> keys = keysOf(key, languages);
        boolean exact = !offers.best.isEmpty();
        for (String each : keys) {
            addBeginnings(each, each.equals(key), offers);
        }
        if (key.length() >= SHORTEST_LOOSE) {
            addLoose(text, languages, unit, accepted, offers);
        }
        if (forgivesSlips && !exact && offers.best.size() < query.limit()) {
            int most = offers.best.isEmpty() ? 2 : 1;
            keys.forEach(each -> addTypos(each, most, offers));
        }
        return townsBeforeTheirUnits(offers.best.list());
    }

    /** The folded query, and for a Cyrillic one what it is in Latin letters. */
    private static List<String> keysOf(String key, List<Language> languages) {
        List<String> keys = new ArrayList<>();
        keys.add(key);
        if (NameKeys.isCyrillic(key)) {
            for (Language language : languages) {
                for (String latin : Romanisation.of(key, language)) {
                    String folded = NameKeys.fold(latin);
                    if (!folded.isEmpty() && !keys.contains(folded)) {
                        keys.add(folded);
                    }
                }
            }
        }
        return keys;
    }

    private void addBeginnings(String key, boolean sameAlphabet, Offers offers) {
        if (key.length() < SHORTEST_BEGINNING) {
            offers.beginnings(sorted.ofLarge(), key, Closeness.BEGINNING);
            return;
        }
        SortedKeys whole = sorted.whole();
        int first = whole.firstNotBefore(key);
        int end = whole.endOf(key, first);
        for (int i = first; i < end; i++) {
            boolean complete = whole.at(i, key.length()) == SortedKeys.END;
            if (complete && !sameAlphabet) {
                offers.name(whole.name(i), Closeness.OTHER_ALPHABET, 0, 0);
            } else {
                offers.name(whole.name(i), Closeness.BEGINNING, 0, complete ? 1 : 0);
            }
        }
        offers.beginnings(sorted.words(), key, Closeness.WORD_BEGINNING);
    }

    private void addLoose(String text, List<Language> languages, int unit, IntPredicate accepted, Offers offers) {
        Matches matches = new Matches(places, names, accepted);
        for (Language language : languages) {
            if (unit >= 0) {
                looseNames.addWithin(text, language, unit, matches);
            } else {
                TWO_NAMED.forEach(country -> typedUnits
                        .findCountry(country)
                        .ifPresent(row -> looseNames.addWithin(text, language, row, matches)));
            }
        }
        offers.all(matches);
    }

    private void addTypos(String key, int most, Offers offers) {
        SortedKeys whole = sorted.whole();
        SpellingWalk.run(whole, key, most, new SpellingWalk.Finding() {
            @Override
            public void whole(int from, int to, int edits) {
                for (int i = from; i < to; i++) {
                    offers.name(whole.name(i), Closeness.TYPO, edits, 0);
                }
            }

            @Override
            public void beginning(int from, int to, int edits) {
                for (int i = from; edits > 0 && i < to; i++) {
                    offers.name(whole.name(i), Closeness.TYPO_BEGINNING, edits, 0);
                }
            }
        });
    }

    /** "Donetsk" is the city before it is the oblast or the raion, though more people live in these. */
    private List<Scored> townsBeforeTheirUnits(List<Scored> found) {
        List<Scored> ordered = new ArrayList<>(found.size());
        for (Scored one : found) {
            double score = one.score();
            if (AdminWords.isUnit(places.featureOf(one.row()))) {
                for (Scored town : found) {
                    if (score >= town.score() && isTownOf(town, one)) {
                        score = Math.nextDown(town.score());
                    }
                }
            }
            ordered.add(new Scored(one.row(), one.name(), one.closeness(), one.edits(), score));
        }
        ordered.sort(Comparator.comparingDouble((Scored one) -> -one.score()));
        return ordered;
    }

    private boolean isTownOf(Scored town, Scored unit) {
        boolean bothWhole = isWhole(town) && isWhole(unit);
        return places.featureOf(town.row()).isPopulatedPlace()
                && places.countryOf(town.row()).equals(places.countryOf(unit.row()))
                && places.populationOf(town.row()) >= places.populationOf(unit.row()) / LEAST_SHARE_OF_TOWN
                && (bothWhole || mainKey(unit.row()).startsWith(mainKey(town.row())));
    }

    private static boolean isWhole(Scored found) {
        return found.closeness().compareTo(Closeness.OTHER_ALPHABET) <= 0;
    }

    private String mainKey(int row) {
        return NameKeys.fold(names.spelling(places.firstNameOf(row)));
    }

    private List<SearchHit> hits(List<Scored> found, List<Integer> units, int limit) {
        List<SearchHit> hits = new ArrayList<>();
        for (Scored one : found.subList(0, Math.min(limit, found.size()))) {
            Place unit = null;
            for (int i = units.size() - 1; i >= 0; i--) {
                if (typedUnits.holds(units.get(i), one.row())) {
                    unit = places.place(units.get(i), names);
                }
            }
            hits.add(new SearchHit(
                    places.place(one.row(), names),
                    names.spelling(one.name()),
                    Matches.kind(names.mark(one.name())),
                    names.validity(one.name()),
                    one.closeness(),
                    one.edits(),
                    unit));
        }
        return List.copyOf(hits);
    }

    /** The languages that a query may be in by its letters. */
    static List<Language> languagesOf(String key) {
        if (!NameKeys.isCyrillic(key)) {
            return List.of(Language.EN);
        }
        if (key.chars().anyMatch(c -> "ыэъ".indexOf(c) >= 0)) {
            return List.of(Language.RU);
        }
        return key.chars().anyMatch(c -> "іїє".indexOf(c) >= 0)
                ? List.of(Language.UK)
                : List.of(Language.UK, Language.RU);
    }

    /** What one search has found so far. */
    private final class Offers {
        private final BestPlaces best;
        private final SearchScores scores;
        private final IntPredicate accepted;

        Offers(BestPlaces best, SearchScores scores, IntPredicate accepted) {
            this.best = best;
            this.scores = scores;
            this.accepted = accepted;
        }

        void all(Matches matches) {
            matches.each((name, level) -> name(name, closeness(level), 0, 1));
        }

        void beginnings(SortedKeys keys, String key, Closeness closeness) {
            int first = keys.firstNotBefore(key);
            int end = keys.endOf(key, first);
            for (int i = first; i < end; i++) {
                name(keys.name(i), closeness, 0, 0);
            }
        }

        /** @param share how much of the name was typed beyond its beginning, from 0 to 1 */
        void name(int name, Closeness closeness, int edits, double share) {
            int row = names.place(name);
            double score = scores.of(row, name, closeness, edits) + share;
            if (best.wants(score) && accepted.test(row)) {
                best.offer(new Scored(row, name, closeness, edits, score));
            }
        }
    }

    private static Closeness closeness(NameMatch.Level level) {
        return switch (level) {
            case FOLDED -> Closeness.EXACT;
            case INFLECTED -> Closeness.INFLECTED;
            case ROMANISED -> Closeness.OTHER_ALPHABET;
            case SKELETON, STEM -> Closeness.OTHER_SPELLING;
        };
    }
}
