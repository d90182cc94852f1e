package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a stored table. As text, between tabs: id (a bare number is a GeoNames id), feature code, latitude, longitude,
 * population, a letter for how the position is known and one for the layer, the names separated by vertical bars, and for
 * areas their own code, for a place known to its raion the reach of that in kilometres, for other settlements of a layer
 * the code of their third-order unit behind a number sign. A row of names alone, which belong to
 * the place of its id, has neither feature code nor position, and the letter n.
 *
 * @param population 0 when unknown
 * @param names the main name first
 * @param code of a unit within its country, a country's alpha-3 code, a region's extent, a reach, or, see {@link #thirdUnit},
 *     of the unit that a settlement lies in; empty for others
 */
public record StoredRow(
        String id, String featureCode, Spot spot, long population, List<StoredName> names, String code) {
    private static final String NO_SPOT = "\t\t\t\t\tn";
    private static final int CELLS = 7;
    private static final String THIRD_UNIT = "#";

    public StoredRow {
        names = List.copyOf(names);
    }

    /**
     * Where a place lies, how that is known, and from which layer.
     *
     * @param layer the letter that stands for the layer
     */
    public record Spot(double lat, double lon, PlacePrecision precision, char layer) {}

    public String text() {
        StringBuilder row = new StringBuilder(100);
        row.append(shortId(id)).append('\t').append(featureCode).append('\t');
        row.append(degrees(spot.lat)).append('\t').append(degrees(spot.lon)).append('\t');
        row.append(population == 0 ? "" : Long.toString(population)).append('\t');
        row.append(spot.precision.letter()).append(spot.layer).append('\t');
        appendNames(row, names);
        if (!code.isEmpty()) {
            row.append('\t').append(code);
        }
        return row.toString();
    }

    public static StoredRow parse(String text) {
        String[] cells = cells(text);
        Spot spot = new Spot(
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                PlacePrecision.ofLetter(cells[5].charAt(0)),
                cells[5].charAt(1));
        return new StoredRow(
                longId(cells[0]),
                cells[1],
                spot,
                cells[4].isEmpty() ? 0 : Long.parseLong(cells[4]),
                names(cells[6]),
                cells.length > CELLS ? cells[CELLS] : "");
    }

    /** The cell of a settlement that lies in the third-order unit of a code; codes of that order are whole, not by section. */
    public static String thirdUnit(String code) {
        return code.isEmpty() ? "" : THIRD_UNIT + code;
    }

    static boolean isThirdUnit(String cell) {
        return cell.startsWith(THIRD_UNIT);
    }

    /**
     * A row of names alone.
     *
     * @param admin3 see {@link #thirdUnit}, or empty
     */
    public record NamesOnly(String id, List<StoredName> names, String admin3) {
        public NamesOnly {
            names = List.copyOf(names);
        }

        public String text(char layer) {
            StringBuilder row = new StringBuilder(60);
            row.append(shortId(id)).append(NO_SPOT).append(layer).append('\t');
            appendNames(row, names);
            if (!admin3.isEmpty()) {
                row.append('\t').append(admin3);
            }
            return row.toString();
        }

        public static NamesOnly parse(String text) {
            String[] cells = cells(text);
            return new NamesOnly(longId(cells[0]), StoredRow.names(cells[6]), cells.length > CELLS ? cells[CELLS] : "");
        }
    }

    public static boolean isNamesOnly(String text) {
        return text.contains(NO_SPOT);
    }

    private static String[] cells(String text) {
        String[] cells = text.split("\t", -1);
        if (cells.length < CELLS) {
            throw new IllegalStateException("stored row with " + cells.length + " cells: " + text);
        }
        return cells;
    }

    private static void appendNames(StringBuilder row, List<StoredName> names) {
        for (int i = 0; i < names.size(); i++) {
            row.append(i == 0 ? "" : "|").append(names.get(i).text());
        }
    }

    private static List<StoredName> names(String cell) {
        List<StoredName> names = new ArrayList<>();
        for (String stored : cell.split("\\|", -1)) {
            names.add(StoredName.parse(stored));
        }
        return names;
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

    private static String shortId(String id) {
        return isGeoNames(id) ? id.substring(3) : id;
    }

    private static String longId(String id) {
        return isNumber(id, 0) ? "gn:" + id : id;
    }

    /** The number of a GeoNames id, 0 for other ids. */
    public static long geoNamesNumber(String id) {
        return isGeoNames(id) ? Long.parseLong(id.substring(3)) : 0;
    }

    /** True for gn: and a number; gn:UA.05 is a unit's code. */
    public static boolean isGeoNames(String id) {
        return id.startsWith("gn:") && isNumber(id, 3);
    }

    private static boolean isNumber(String id, int from) {
        for (int i = from; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return id.length() > from;
    }
}
