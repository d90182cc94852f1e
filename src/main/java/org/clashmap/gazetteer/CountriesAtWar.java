package org.clashmap.gazetteer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.text.WordTable;

/**
 * Where wars are: reports of violence that name no country are likelier about one that has seen war of late. Read once
 * from {@code /gazetteer/countries-at-war.tsv}.
 */
public final class CountriesAtWar {
    private static final Map<String, Double> LEVELS = load();
    private static final List<String> WITH_WAR = LEVELS.entrySet().stream()
            .filter(country -> country.getValue() == 1)
            .map(Map.Entry::getKey)
            .toList();

    private CountriesAtWar() {}

    /** 1 for a country with a war, one half for one with lesser conflicts, 0 for others. */
    public static double level(String iso2) {
        return LEVELS.getOrDefault(iso2, 0.0);
    }

    /** The countries with a war, by ISO 3166-1 alpha-2, in the order of the table. */
    public static List<String> withWar() {
        return WITH_WAR;
    }

    private static Map<String, Double> load() {
        Map<String, Double> levels = new LinkedHashMap<>();
        for (WordTable.Row row : WordTable.rows("gazetteer/countries-at-war", 2)) {
            levels.put(row.get(0), row.get(1).equals("war") ? 1.0 : 0.5);
        }
        return levels;
    }
}
