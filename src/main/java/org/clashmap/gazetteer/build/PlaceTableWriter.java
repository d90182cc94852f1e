package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.gazetteer.StoredRow;

/**
 * Writes places as one table per country, {@code places/UA.tsv.gz}, and {@code places/ZZ.tsv.gz} for what lies in none.
 * A line that starts with @ holds admin1, admin2 and former admin2 for the rows after it, each a {@link StoredRow}. Rows
 * are sorted by unit and id, so that a change of the source changes few lines of few files.
 */
final class PlaceTableWriter {
    static final String NO_COUNTRY = "ZZ";

    private PlaceTableWriter() {}

    static void write(List<Draft> places, StoredFiles files) throws IOException {
        Map<String, List<Draft>> byCountry = new TreeMap<>();
        for (Draft place : places) {
            String country = place.country.isEmpty() ? NO_COUNTRY : place.country;
            byCountry.computeIfAbsent(country, key -> new ArrayList<>()).add(place);
        }
        for (Map.Entry<String, List<Draft>> entry : byCountry.entrySet()) {
            List<Draft> rows = entry.getValue();
            rows.sort(Comparator.comparingInt(PlaceTableWriter::rank)
                    .thenComparing(place -> place.admin1)
                    .thenComparing(place -> place.admin2)
                    .thenComparing(place -> place.formerAdmin2)
                    .thenComparingLong(place -> StoredRow.geoNamesNumber(place.id))
                    .thenComparing(place -> place.id));
            files.write("places/" + entry.getKey() + ".tsv.gz", table(rows), rows.size());
        }
        files.deleteOthers("places");
    }

    private static String table(List<Draft> rows) {
        StringBuilder out = new StringBuilder(rows.size() * 100);
        String section = "\t\t";
        for (Draft place : rows) {
            String own = place.admin1 + '\t' + place.admin2 + '\t' + place.formerAdmin2;
            if (!own.equals(section)) {
                out.append('@').append(own).append('\n');
                section = own;
            }
            out.append(row(place).text()).append('\n');
        }
        return out.toString();
    }

    private static StoredRow row(Draft place) {
        StoredRow.Spot spot = new StoredRow.Spot(place.lat, place.lon, place.known, place.layer.letter);
        return new StoredRow(place.id, place.featureCode, spot, place.population, place.storedNames(), place.code);
    }

    /** Units before what lies in them, so that one pass over the file can tie them. */
    private static int rank(Draft place) {
        return switch (place.featureCode) {
            case "PCLI" -> 0;
            case "ADM1" -> 1;
            case "ADM2" -> 2;
            case "ADM1H", "ADM2H" -> 3;
            default -> 4;
        };
    }
}
