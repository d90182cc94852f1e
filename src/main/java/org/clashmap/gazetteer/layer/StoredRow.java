package org.clashmap.gazetteer.layer;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.build.PlaceTableWriter;
import org.clashmap.geo.LonLat;

/**
 * The rows of a stored table as text, in the form that the base's tables have: id (a bare number is a GeoNames id),
 * feature code, latitude, longitude, population, a letter for how the position is known and one for the layer, names,
 * and for units their own code. A row of names alone has neither feature nor position, and the letter n.
 */
final class StoredRow {
    /** A layer's folder holds one layer, whose letter this is. */
    static final char LAYER_LETTER = 'l';

    private static final String NAMES_ONLY = "n";
    private static final int CELLS = 7;

    private StoredRow() {}

    static String of(LayerPlace place) {
        StringBuilder row = new StringBuilder(100);
        row.append(shortId(place.id())).append('\t').append(place.featureCode()).append('\t');
        LonLat point = place.position().point();
        row.append(PlaceTableWriter.degrees(point.lat())).append('\t');
        row.append(PlaceTableWriter.degrees(point.lon())).append('\t');
        row.append(place.population() == 0 ? "" : Long.toString(place.population()))
                .append('\t');
        row.append(letter(place.position().precision())).append(LAYER_LETTER).append('\t');
        appendNames(row, place.names());
        if (!place.unit().ownCode().isEmpty()) {
            row.append('\t').append(place.unit().ownCode());
        }
        return row.toString();
    }

    static String of(LayerNames names) {
        StringBuilder row = new StringBuilder(60);
        row.append(shortId(names.id()))
                .append("\t\t\t\t\t")
                .append(NAMES_ONLY)
                .append(LAYER_LETTER)
                .append('\t');
        appendNames(row, names.names());
        return row.toString();
    }

    static boolean isNamesOnly(String row) {
        return row.contains("\t\t\t\t\t" + NAMES_ONLY);
    }

    static LayerPlace parsePlace(String row, String country, String admin1, String admin2) {
        String[] cells = cells(row);
        LayerPlace.Unit unit = new LayerPlace.Unit(country, admin1, admin2, cells.length > CELLS ? cells[CELLS] : "");
        LonLat point = new LonLat(Double.parseDouble(cells[3]), Double.parseDouble(cells[2]));
        return new LayerPlace(
                longId(cells[0]),
                cells[1],
                unit,
                new LayerPlace.Position(point, precision(cells[5].charAt(0))),
                cells[4].isEmpty() ? 0 : Long.parseLong(cells[4]),
                names(cells[6]));
    }

    static LayerNames parseNames(String row, String country) {
        String[] cells = cells(row);
        return new LayerNames(longId(cells[0]), country, names(cells[6]));
    }

    private static String[] cells(String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length < CELLS) {
            throw new IllegalStateException("stored row with " + cells.length + " cells: " + row);
        }
        return cells;
    }

    private static void appendNames(StringBuilder row, List<LayerName> names) {
        for (int i = 0; i < names.size(); i++) {
            row.append(i == 0 ? "" : "|").append(names.get(i).stored());
        }
    }

    private static List<LayerName> names(String cell) {
        List<LayerName> names = new ArrayList<>();
        for (String stored : cell.split("\\|", -1)) {
            names.add(LayerName.parse(stored));
        }
        return names;
    }

    private static String shortId(String id) {
        return isGeoNames(id) ? id.substring(3) : id;
    }

    private static String longId(String id) {
        return isNumber(id, 0) ? "gn:" + id : id;
    }

    /** True for gn: and a number; gn:UA.05 is a unit's code. */
    static boolean isGeoNames(String id) {
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

    private static char letter(PlacePrecision precision) {
        return switch (precision) {
            case POINT -> 'p';
            case ADMIN2 -> 'r';
            case ADMIN1 -> 'o';
            case AREA -> 'a';
        };
    }

    private static PlacePrecision precision(char letter) {
        return switch (letter) {
            case 'r' -> PlacePrecision.ADMIN2;
            case 'o' -> PlacePrecision.ADMIN1;
            case 'a' -> PlacePrecision.AREA;
            default -> PlacePrecision.POINT;
        };
    }
}
