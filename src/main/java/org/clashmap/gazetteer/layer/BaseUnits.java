package org.clashmap.gazetteer.layer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The first- and second-order units of the base by their GeoNames code, read from its stored tables country by country
 * when first asked for. Not thread-safe.
 */
final class BaseUnits {
    private final Path geodata;
    private final Map<String, Country> countries = new HashMap<>();

    BaseUnits(Path geodata) {
        this.geodata = geodata;
    }

    /** Ids by code such as 05 or 05.1412, and codes by id. */
    private record Country(Map<String, String> ids, Map<String, String> codes) {}

    /** The id of the unit with a code such as {@code 05} (or {@code 05.1412}), or empty text. */
    String idOf(String country, String code) throws IOException {
        return country(country).ids.getOrDefault(code, "");
    }

    /** The code of a unit by its id, or empty text. */
    String codeOf(String country, String id) throws IOException {
        return country(country).codes.getOrDefault(id, "");
    }

    private Country country(String country) throws IOException {
        Country there = countries.get(country);
        if (there == null) {
            there = read(country);
            countries.put(country, there);
        }
        return there;
    }

    private Country read(String name) throws IOException {
        Country country = new Country(new HashMap<>(), new HashMap<>());
        Path file = geodata.resolve("places").resolve(name + ".tsv.gz");
        if (name.isEmpty() || !Files.exists(file)) {
            return country;
        }
        String admin1 = "";
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("@")) {
                    admin1 = line.substring(1, line.indexOf('\t'));
                } else if (line.contains("\tADM1\t") || line.contains("\tADM2\t")) {
                    String[] cells = line.split("\t", -1);
                    String own = cells.length > 7 ? cells[7] : "";
                    if (!own.isEmpty()) {
                        String code = cells[1].equals("ADM2") ? admin1 + '.' + own : own;
                        String id = cells[0].chars().allMatch(Character::isDigit) ? "gn:" + cells[0] : cells[0];
                        country.ids.put(code, id);
                        country.codes.put(id, code);
                    }
                }
            }
        }
        return country;
    }
}
