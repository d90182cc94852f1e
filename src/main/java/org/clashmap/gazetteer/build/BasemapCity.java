package org.clashmap.gazetteer.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A populated place of GeoNames that may get a label.
 *
 * @param weight what decides who is labelled first: the population, raised for seats of government
 * @param kind the style of the label
 */
record BasemapCity(
        int id, String name, String country, List<String> otherNames, double lon, double lat, long weight, Kind kind) {
    /** Styles of cities; {@code web/src/map/basemap-labels.js} has the letters. */
    enum Kind {
        CAPITAL("c"),
        BIG("b"),
        MIDDLE("m"),
        SMALL("s");

        final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** Parts of cities, and places abandoned, destroyed or only of the past. */
    private static final Set<String> NOT_LABELLED = Set.of("PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH");

    private static final int COLUMNS = 19;

    /** Heaviest first; the older id first among equals. */
    static final Comparator<BasemapCity> BY_WEIGHT =
            Comparator.comparingLong(BasemapCity::weight).reversed().thenComparingInt(BasemapCity::id);

    BasemapCity {
        otherNames = List.copyOf(otherNames);
    }

    /** Reads GeoNames' table of 19 columns. */
    static List<BasemapCity> readAll(InputStream in) throws IOException {
        List<BasemapCity> cities = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IOException(
                        "cities: line " + number + " has " + cells.length + " columns, expected " + COLUMNS);
            }
            if (!NOT_LABELLED.contains(cells[7])) {
                cities.add(of(cells));
            }
        }
        return cities;
    }

    private static BasemapCity of(String[] cells) {
        long population = Long.parseLong(cells[14]);
        String code = cells[7];
        Kind kind = code.equals("PPLC")
                ? Kind.CAPITAL
                : population >= 500_000 ? Kind.BIG : population >= 50_000 ? Kind.MIDDLE : Kind.SMALL;
        long weight = switch (code) {
            case "PPLC" -> population * 2 + 400_000;
            case "PPLA" -> population * 3 / 2 + 20_000;
            case "PPLA2" -> population * 5 / 4 + 2_000;
            default -> population;
        };
        return new BasemapCity(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[8],
                cells[3].isEmpty() ? List.of() : List.of(cells[3].split(",")),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[4]),
                weight,
                kind);
    }
}
