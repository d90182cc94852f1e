package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the base map departs from Natural Earth, which draws who holds the land: each row of
 * {@code overrides/basemap-disputes.tsv} says which country a territory belongs to by the United Nations, and which of
 * its borders are disputed. Immutable.
 */
final class BasemapDisputes {
    /** In the column of disputed neighbours: the line between the territory and the rest of its own country. */
    private static final String OWN = "own";

    private record Row(String country, Set<String> disputedWith) {}

    private final Map<String, Row> rows;

    private BasemapDisputes(Map<String, Row> rows) {
        this.rows = rows;
    }

    /** Reads columns territory, country, disputed with, reason, link; lines starting with # are comments. */
    static BasemapDisputes read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "the table of disputed borders is missing");
        }
        return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    static BasemapDisputes parse(List<String> lines) throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 5 || cells[3].isBlank() || cells[4].isBlank()) {
                throw new IOException("disputed borders: '" + line + "' needs 5 columns with a reason and a link");
            }
            rows.put(cells[0], new Row(cells[1], Set.of(cells[2].split(","))));
        }
        return new BasemapDisputes(rows);
    }

    /** The country by the table, otherwise the one given. Rows name a unit, a source country or a whole country. */
    String countryOf(String unit, String sourceCountry, String otherwise) {
        for (String key : List.of(unit, sourceCountry)) {
            Row row = rows.get(key);
            if (row != null) {
                return row.country;
            }
        }
        return otherwise;
    }

    /** Whether the line between two neighbours is disputed: by the row of either. */
    boolean isDisputed(BasemapTerritory one, BasemapTerritory other) {
        return disputes(one, other) || disputes(other, one);
    }

    private boolean disputes(BasemapTerritory territory, BasemapTerritory neighbour) {
        for (String key : List.of(territory.unit(), territory.sourceCountry(), territory.country())) {
            Row row = rows.get(key);
            if (row == null) {
                continue;
            }
            boolean sameCountry = territory.country().equals(neighbour.country());
            if (sameCountry
                    ? row.disputedWith.contains(OWN) && !sharesRow(key, neighbour)
                    : row.disputedWith.contains(neighbour.country())) {
                return true;
            }
        }
        return false;
    }

    /** Two parts of one disputed territory, such as Crimea and Sevastopol, have a plain line between them. */
    private boolean sharesRow(String key, BasemapTerritory neighbour) {
        Row own = rows.get(key);
        for (String other : List.of(neighbour.unit(), neighbour.sourceCountry())) {
            Row row = rows.get(other);
            if (row != null && row.equals(own)) {
                return true;
            }
        }
        return false;
    }
}
