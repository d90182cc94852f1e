package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;

/**
 * Reads a unit or country that is typed beside a name: after a comma, where its beginning is enough ("Tarasivka, Don"), or
 * before or after it without one, where its name must be whole ("Тарасівка Донецька область", "Ukraine Tarasivka").
 * Thread-safe.
 */
final class TypedUnits {
    private static final int MOST_UNITS = 60;
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_BEGINNING = 3;

    private final PlaceTable places;
    private final NameTable names;
    private final NameLookup lookup;
    private final SortedNames sorted;
    private final Map<String, Integer> countries = new HashMap<>();

    TypedUnits(PlaceTable places, NameTable names, NameLookup lookup, SortedNames sorted) {
        this.places = places;
        this.names = names;
        this.lookup = lookup;
        this.sorted = sorted;
        for (int row = 0; row < places.count(); row++) {
            if (places.featureOf(row).isCountry()) {
                countries.putIfAbsent(places.countryOf(row), row);
            }
        }
    }

    /**
     * A name and what was typed beside it.
     *
     * @param parts for each part that was typed, the units it may be; a place must lie in one of each
     */
    record Reading(String name, List<List<Integer>> parts) {
        /** All units that were typed. */
        List<Integer> units() {
            return parts.stream().flatMap(List::stream).distinct().toList();
        }

        boolean holds(TypedUnits units, int row) {
            return parts.stream().allMatch(part -> part.stream().anyMatch(unit -> units.holds(unit, row)));
        }
    }

    Optional<Integer> findCountry(String iso2) {
        return Optional.ofNullable(countries.get(iso2));
    }

    /** True when a place lies in a unit, a country, or the rough extent of a region, and is not it. */
    boolean holds(int unit, int row) {
        if (unit == row) {
            return false;
        }
        String extent = places.codeOf(unit);
        if (extent.indexOf(',') > 0) {
            String[] sides = extent.split(",", -1);
            double lon = places.lonOf(row);
            double lat = places.latOf(row);
            return lon >= Double.parseDouble(sides[0])
                    && lat >= Double.parseDouble(sides[1])
                    && lon <= Double.parseDouble(sides[2])
                    && lat <= Double.parseDouble(sides[3]);
        }
        return places.isWithin(row, unit);
    }

    /** The ways to read a text as a name and units, likeliest first; none when it has no unit. */
    List<Reading> readings(String text) {
        return text.indexOf(',') >= 0 ? withCommas(text) : withoutComma(text);
    }

    private List<Reading> withCommas(String text) {
        String[] typed = text.split(",", -1);
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 1; i < typed.length; i++) {
            if (!typed[i].isBlank()) {
                List<Integer> units = units(typed[i], i == typed.length - 1);
                if (units.isEmpty()) {
                    return List.of();
                }
                parts.add(units);
            }
        }
        return List.of(new Reading(typed[0], parts));
    }

    private List<Reading> withoutComma(String text) {
        String[] words = text.strip().split("\\s+", -1);
        List<Reading> readings = new ArrayList<>();
        for (int cut = 1; cut < Math.min(words.length, MOST_WORDS); cut++) {
            String before = join(words, 0, cut);
            String after = join(words, cut, words.length);
            List<Integer> ending = units(after, false);
            if (!ending.isEmpty()) {
                readings.add(new Reading(before, List.of(ending)));
            }
            List<Integer> beginning = units(before, false);
            if (!beginning.isEmpty()) {
                readings.add(new Reading(after, List.of(beginning)));
            }
        }
        return readings;
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }

    /** The rows of countries and units with a name, or code, and of those whose name begins so if that is enough. */
    private List<Integer> units(String typed, boolean beginningIsEnough) {
        String key = NameKeys.fold(typed);
        Set<Integer> units = new LinkedHashSet<>();
        String code = typed.strip().toUpperCase(Locale.ROOT);
        findCountry(code).ifPresent(units::add);
        for (String id : codes(code)) {
            if (places.find(id) >= 0) {
                units.add(places.find(id));
            }
        }
        for (Language language : NameSearch.languagesOf(key)) {
            for (int unit : lookup.lookup(typed, language, this::isUnit).rows()) {
                units.add(unit);
            }
            for (NameMatch match : lookup.lookupAdjective(key, language)) {
                if (isUnit(match.place().index())) {
                    units.add(match.place().index());
                }
            }
        }
        if (beginningIsEnough && key.length() >= SHORTEST_BEGINNING) {
            SortedKeys keys = sorted.whole();
            int first = keys.firstNotBefore(key);
            int end = keys.endOf(key, first);
            for (int i = first; i < end && units.size() < MOST_UNITS; i++) {
                int row = names.place(keys.name(i));
                // A region's extent is rough: it must be named whole.
                if (isUnit(row) && !places.featureOf(row).code().equals("RGN")) {
                    units.add(row);
                }
            }
        }
        return List.copyOf(units);
    }

    /** ISO 3166-2 as people write it: whole ("UA-14"), or alone for the states that are known by it ("Paris, TX"). */
    private static List<String> codes(String code) {
        return code.indexOf('-') > 0
                ? List.of("ne:" + code)
                : List.of("ne:US-" + code, "ne:CA-" + code, "ne:AU-" + code);
    }

    private boolean isUnit(int row) {
        Place.Feature feature = places.featureOf(row);
        return feature.isCountry()
                || AdminWords.isUnit(feature)
                || feature.code().equals("RGN");
    }
}
