package org.clashmap.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlaceName;
import org.clashmap.geo.BoundingBox;

/**
 * Writes a gazetteer as a GeoNames dump (19 columns parted by tabs, https://download.geonames.org/export/dump/readme.txt),
 * so that a geoparser made for GeoNames can work with the same places: the countries, their first-order units, and all
 * settlements with a point of their own, each with all its names.
 */
final class GeoNamesRows {
    /** Places that GeoNames has no number for are numbered from here; its own numbers are below. */
    private static final int FIRST_OWN_NUMBER = 100_000_000;

    private static final String DAY = "2026-01-01";
    private static final String GEONAMES = "gn:";

    private final Gazetteer gazetteer;
    private int ownNumbers;

    GeoNamesRows(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * Writes the rows, units before what lies in them.
     *
     * @return how many
     */
    int write(Path file) throws IOException {
        List<Place> settlements = gazetteer.listWithin(BoundingBox.WORLD);
        Set<String> countries = new TreeSet<>(List.of(Locale.getISOCountries()));
        Map<String, Integer> units = new TreeMap<>();
        for (Place settlement : settlements) {
            countries.add(settlement.admin().country());
            if (settlement.admin().admin1() != null) {
                units.put(settlement.admin().admin1(), 0);
            }
        }
        int code = 0;
        for (Map.Entry<String, Integer> unit : units.entrySet()) {
            unit.setValue(++code);
        }
        List<Place> places = new ArrayList<>();
        countries.forEach(country -> gazetteer.findCountry(country).ifPresent(places::add));
        units.keySet().forEach(unit -> gazetteer.find(unit).ifPresent(places::add));
        places.addAll(settlements);
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Place place : places) {
                String unit =
                        place.feature().isAdmin1() ? place.id() : place.admin().admin1();
                Integer known = unit == null ? null : units.get(unit);
                writer.write(
                        row(numberOf(place), place, known == null ? "" : known.toString(), gazetteer.listNames(place)));
                writer.write('\n');
            }
        }
        return places.size();
    }

    /** GeoNames' own number where the id is one, and otherwise the next that is free. */
    private int numberOf(Place place) {
        String digits = place.id().startsWith(GEONAMES) ? place.id().substring(GEONAMES.length()) : "";
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : FIRST_OWN_NUMBER + ownNumbers++;
    }

    /**
     * One line, without its end. No column after the last may be empty, since readers drop those.
     *
     * @param unitCode a code of the first-order unit, unique among all; empty when there is none
     */
    static String row(int number, Place place, String unitCode, List<PlaceName> names) {
        // Commas part the names, so a name that has one cannot be told.
        String alternates = names.stream()
                .map(PlaceName::spelling)
                .filter(name -> name.indexOf(',') < 0)
                .distinct()
                .collect(Collectors.joining(","));
        return String.join(
                "\t",
                Integer.toString(number),
                place.name(),
                place.name(),
                alternates,
                Double.toString(place.point().lat()),
                Double.toString(place.point().lon()),
                Character.toString(place.feature().featureClass()),
                place.feature().code(),
                place.admin().country(),
                "",
                unitCode,
                "",
                "",
                "",
                Long.toString(place.population()),
                "",
                "",
                "",
                DAY);
    }
}
