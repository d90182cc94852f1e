package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.clashmap.text.ArabicForms;
import org.clashmap.text.CaseForms;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.PlaceAdjectives;
import org.clashmap.text.PressSpellings;
import org.clashmap.text.Romanisation;

/**
 * From a name as a text writes it to the names of the tables: the folded key, the nominatives of an inflected form, the
 * romanised key, names with an administrative word ("Kursk region", "Донецькій області"), and adjectives of places. A
 * guess counts only when it is a name of the tables. Thread-safe.
 */
final class NameLookup {
    /** Longer phrases are no names. */
    private static final int MOST_WORDS = 6;

    private static final int SHORTEST_PRESS_SPELLING = 5;
    private static final int LONG_PRESS_SPELLING = 8;
    private static final int TOWN_POPULATION = 1_000;

    /** Where Latin names are romanised Cyrillic ones, so that a romanised key may add to an exact answer. */
    private static final Set<String> CYRILLIC_COUNTRIES =
            Set.of("UA", "RU", "BY", "MD", "KZ", "KG", "TJ", "UZ", "GE", "AM", "AZ", "BG", "RS", "MK", "MN");

    private final PlaceTable places;
    private final NameTable names;

    NameLookup(PlaceTable places, NameTable names) {
        this.places = places;
        this.names = names;
    }

    List<NameMatch> lookup(CharSequence name, Language language) {
        return lookup(name, language, place -> true).toList();
    }

    Matches lookup(CharSequence name, Language language, IntPredicate accepted) {
        String key = NameKeys.fold(name);
        Matches matches = new Matches(places, names, accepted);
        if (key.isEmpty()) {
            return matches;
        }
        matches.add(key, NameMatch.Level.FOLDED);
        boolean cyrillic = NameKeys.isCyrillic(key);
        if (cyrillic) {
            List<String> nominatives = phrases(key, language);
            nominatives.forEach(phrase -> matches.add(phrase, NameMatch.Level.INFLECTED));
            addRomanised(key, nominatives, language, matches);
        } else if (matches.isEmpty() && ArabicForms.isArabic(key)) {
            ArabicForms.of(key).forEach(form -> matches.add(form, NameMatch.Level.INFLECTED));
        } else if (matches.isEmpty()) {
            addPressSpellings(name, matches);
        }
        addWithAdminWord(key, language, cyrillic, matches);
        return matches;
    }

    /** All nominative phrases that are names; words vary one by one, cut off where no name begins so. */
    private List<String> phrases(String key, Language language) {
        List<String> found = new ArrayList<>();
        eachPhrase(key, language, phrase -> {
            if (!phrase.equals(key) && names.contains(phrase)) {
                found.add(phrase);
            }
        });
        return found;
    }

    private void eachPhrase(String key, Language language, Consumer<String> visit) {
        String[] words = key.split(" ", -1);
        if (words.length <= MOST_WORDS) {
            extend("", words, 0, language, visit);
        }
    }

    private void extend(String begun, String[] words, int at, Language language, Consumer<String> visit) {
        boolean last = at == words.length - 1;
        List<String> forms = new ArrayList<>(CaseForms.nominatives(words[at], language));
        forms.addFirst(words[at]);
        for (String form : forms) {
            String phrase = begun.isEmpty() ? form : begun + ' ' + form;
            if (last) {
                visit.accept(phrase);
            } else if (names.isPrefix(phrase)) {
                extend(phrase, words, at + 1, language, visit);
            }
        }
    }

    private void addRomanised(String key, List<String> nominatives, Language language, Matches matches) {
        boolean exact = !matches.isEmpty();
        List<String> keys = new ArrayList<>(nominatives);
        keys.addFirst(key);
        if (!exact) {
            // No name in Cyrillic: the nominative may still be one in Latin letters.
            keys.addAll(singleNominatives(key, language));
        }
        for (String phrase : keys) {
            for (String latin : Romanisation.of(phrase, language)) {
                for (int name : names.find(NameKeys.fold(latin))) {
                    if (!exact || CYRILLIC_COUNTRIES.contains(places.countryOf(names.place(name)))) {
                        matches.addName(name, NameMatch.Level.ROMANISED);
                    }
                }
            }
        }
    }

    /**
     * A name as the German, French, Polish or Spanish press writes it. A short word that could as well be another
     * language's must be a town's name.
     */
    private void addPressSpellings(CharSequence name, Matches matches) {
        if (name.length() < SHORTEST_PRESS_SPELLING) {
            return;
        }
        boolean telling = name.length() >= LONG_PRESS_SPELLING || PressSpellings.isTelling(name);
        for (String reading : PressSpellings.readings(name)) {
            for (int found : names.find(reading)) {
                int place = names.place(found);
                if (CYRILLIC_COUNTRIES.contains(places.countryOf(place))
                        && (telling || places.populationOf(place) >= TOWN_POPULATION)) {
                    matches.addName(found, NameMatch.Level.ROMANISED);
                }
            }
        }
    }

    private static List<String> singleNominatives(String key, Language language) {
        return key.indexOf(' ') < 0 ? CaseForms.nominatives(key, language) : List.of();
    }

    boolean isPrefix(CharSequence name) {
        String key = NameKeys.fold(name);
        if (names.isPrefix(key)) {
            return true;
        }
        if (!NameKeys.isCyrillic(key)) {
            return PressSpellings.isTelling(name)
                    && PressSpellings.readings(name).stream().anyMatch(names::isPrefix);
        }
        boolean[] any = new boolean[1];
        for (Language language : List.of(Language.UK, Language.RU)) {
            eachPhrase(key, language, phrase -> any[0] |= names.isPrefix(phrase));
        }
        return any[0];
    }

    List<NameMatch> lookupAdjective(CharSequence word, Language language) {
        return adjective(NameKeys.fold(word), language, place -> true).toList();
    }

    /** Towns and units whose adjective a word is. */
    private Matches adjective(String word, Language language, IntPredicate accepted) {
        Matches matches = new Matches(places, names, accepted);
        for (List<String> tier : PlaceAdjectives.names(word, language)) {
            if (!matches.anyRow(row -> isTownAtHome(row, language))) {
                tier.forEach(name -> addAlsoRomanised(name, language, matches));
            }
        }
        PlaceAdjectives.nominative(word, language).ifPresent(adjective -> {
            String stem = adjective.substring(0, adjective.length() - 2);
            Matches units = new Matches(places, names, row -> isUnit(row));
            units.add(adjective + " район", NameMatch.Level.INFLECTED);
            units.add(stem + (language == Language.RU ? "ая область" : "а область"), NameMatch.Level.INFLECTED);
            units.add(adjective + " край", NameMatch.Level.INFLECTED);
            Romanisation.of(adjective, language)
                    .forEach(latin -> units.add(NameKeys.fold(latin), NameMatch.Level.ROMANISED));
            for (int unit : units.rows()) {
                addUnitAndSeat(unit, matches);
            }
        });
        // The oblast or raion called after a town found above.
        for (int row : matches.rows()) {
            for (int name : names.find(NameKeys.fold(names.spelling(places.firstNameOf(row))))) {
                int other = names.place(name);
                if (isUnit(other) && places.countryOf(other).equals(places.countryOf(row))) {
                    matches.addName(name, NameMatch.Level.INFLECTED);
                }
            }
        }
        return matches;
    }

    /** A town of a country where the language is at home: it makes looser guesses unlikely, as a hamlet does not. */
    private boolean isTownAtHome(int row, Language language) {
        String country = places.countryOf(row);
        return places.populationOf(row) >= TOWN_POPULATION
                && (country.equals("UA") || (language == Language.RU && country.equals("RU")));
    }

    /** Adds the places of a guessed nominative, and those that have it in Latin letters only where people write Cyrillic. */
    private void addAlsoRomanised(String nominative, Language language, Matches matches) {
        matches.add(nominative, NameMatch.Level.INFLECTED);
        for (String latin : Romanisation.of(nominative, language)) {
            for (int name : names.find(NameKeys.fold(latin))) {
                if (CYRILLIC_COUNTRIES.contains(places.countryOf(names.place(name)))) {
                    matches.addName(name, NameMatch.Level.ROMANISED);
                }
            }
        }
    }

    /** Adds a unit, and the towns in it that bear its name. */
    private void addUnitAndSeat(int unit, Matches matches) {
        matches.addName(places.firstNameOf(unit), NameMatch.Level.INFLECTED);
        for (int name : names.find(NameKeys.fold(names.spelling(places.firstNameOf(unit))))) {
            if (places.isWithin(names.place(name), unit)) {
                matches.addName(name, NameMatch.Level.INFLECTED);
            }
        }
    }

    private boolean isUnit(int row) {
        return AdminWords.isUnit(places.featureOf(row));
    }

    /** "Kursk region" and "Курской области" are the unit called so, whatever the table calls it in full. */
    private void addWithAdminWord(String key, Language language, boolean cyrillic, Matches matches) {
        AdminWords.Split split = AdminWords.split(key);
        if (split == null) {
            return;
        }
        IntPredicate unit = row -> split.fits(places.featureOf(row));
        Matches found = cyrillic ? adjective(split.name(), language, unit) : new Matches(places, names, unit);
        found.add(split.name(), NameMatch.Level.FOLDED);
        for (int row : found.rows()) {
            matches.addName(places.firstNameOf(row), cyrillic ? NameMatch.Level.INFLECTED : NameMatch.Level.FOLDED);
        }
    }
}
