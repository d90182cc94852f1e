package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes places as one table per country, {@code places/UA.tsv.gz}, and {@code places/ZZ.tsv.gz} for what lies in none.
 * A line that starts with @ holds admin1, admin2 and former admin2 for the rows after it. A row holds: id (a bare number
 * is a GeoNames id), feature code, latitude, longitude, population, a letter for how the position is known and one for
 * the layer, the names separated by vertical bars with their mark, and for areas their own code. Rows are sorted by unit
 * and id, so that a change of the source changes few lines of few files.
 */
public final class PlaceTableWriter {
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
                    .thenComparingLong(PlaceTableWriter::number)
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
            append(out, place);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Draft place) {
        out.append(place.id.startsWith("gn:") && number(place) > 0 ? place.id.substring(3) : place.id)
                .append('\t');
        out.append(place.featureCode).append('\t');
        out.append(degrees(place.lat)).append('\t').append(degrees(place.lon)).append('\t');
        out.append(place.population == 0 ? "" : Long.toString(place.population)).append('\t');
        out.append(place.known.letter).append(place.layer.letter).append('\t');
        out.append(String.join("|", place.storedNames()));
        if (!place.code.isEmpty()) {
            out.append('\t').append(place.code);
        }
        out.append('\n');
    }

    /** At most five decimals, about one metre. */
    public static String degrees(double value) {
        long scaled = Math.round(value * 100_000);
        String digits = Long.toString(Math.abs(scaled) % 100_000 + 100_000).substring(1);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        String whole = (scaled < 0 ? "-" : "") + Math.abs(scaled) / 100_000;
        return end == 0 ? whole : whole + '.' + digits.substring(0, end);
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

    /** The number of a GeoNames id, 0 for other ids. */
    private static long number(Draft place) {
        if (!place.id.startsWith("gn:")) {
            return 0;
        }
        String rest = place.id.substring(3);
        return rest.chars().allMatch(Character::isDigit) ? Long.parseLong(rest) : 0;
    }
}
