package org.clashmap.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where wars are: reports of violence that name no country are likelier about one that has seen war of late. Read once
 * from {@code /gazetteer/countries-at-war.tsv}.
 */
public final class CountriesAtWar {
    private static final String RESOURCE = "/gazetteer/countries-at-war.tsv";
    private static final Map<String, Double> LEVELS = load();

    private CountriesAtWar() {}

    /** 1 for a country with a war, one half for one with lesser conflicts, 0 for others. */
    public static double level(String iso2) {
        return LEVELS.getOrDefault(iso2, 0.0);
    }

    /** The countries with a war, by ISO 3166-1 alpha-2, in the order of the table. */
    public static List<String> withWar() {
        return LEVELS.entrySet().stream()
                .filter(country -> country.getValue() == 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Double> load() {
        Map<String, Double> levels = new LinkedHashMap<>();
        try (InputStream stream = CountriesAtWar.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    levels.put(line.substring(0, 2), line.endsWith("\twar") ? 1.0 : 0.5);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        return levels;
    }
}
