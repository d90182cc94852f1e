package org.clashmap.exchange.incoming;

import java.util.List;
import java.util.Set;
import org.clashmap.event.Where;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * Where, from the columns of a row. Coordinates stay as the source gives them, with its precision; a row without them is
 * placed by its names.
 */
final class RowPlaces {
    private static final Set<String> LEVELS = Set.of(
            "exact",
            "street",
            "neighbourhood",
            "settlement",
            "settlement_vicinity",
            "route",
            "front_sector",
            "admin3",
            "admin2",
            "admin1",
            "country",
            "sea",
            "none");
    private static final Set<String> AREAS = Set.of("admin3", "admin2", "admin1", "country", "sea");
    private static final Where.Verdict NO_DOUBT = new Where.Verdict(null, null, false, false);

    private final PlaceFinder finder;
    private final Where.Geocode asGiven;

    RowPlaces(PlaceFinder finder, @Nullable String publisher) {
        this.finder = finder;
        asGiven = new Where.Geocode(
                "estimated",
                null,
                List.of(),
                null,
                NO_DOUBT,
                null,
                "The coordinates are those of " + (publisher == null ? "the imported table" : publisher) + ".");
    }

    Where read(Cells cells) throws RowProblem {
        Where.Names names = new Where.Names(
                cells.text(Field.LOCATION),
                cells.text(Field.COUNTRY),
                iso3(cells),
                cells.text(Field.ADMIN1),
                cells.text(Field.ADMIN2));
        String words = cells.text(Field.PLACE_TEXT);
        String text = words == null ? names.location() : words;
        LonLat point = point(cells);
        String level = level(cells);
        if (point == null && cells.row().shape() == null) {
            return byNames(cells, names, text, level);
        }
        String shown = level != null ? level : point == null ? "route" : "settlement_vicinity";
        return new Where(text, point, cells.row().shape(), names, precision(cells, shown), asGiven, "imported");
    }

    private static @Nullable String iso3(Cells cells) {
        String code = cells.text(Field.ISO3);
        return code != null && code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z') ? code : null;
    }

    private static @Nullable String level(Cells cells) {
        String level = cells.text(Field.GEO_LEVEL);
        if (level != null && !LEVELS.contains(level)) {
            cells.warn("cell_code", "geo_level " + RowProblem.excerpt(level) + " is unknown; it is left out");
            return null;
        }
        return level;
    }

    private static Where.Precision precision(Cells cells, String level) {
        Integer geo = cells.code(Field.GEO_PRECISION, 1, 3);
        Integer where = cells.code(Field.WHERE_PREC, 1, 7);
        return new Where.Precision(geo, where, level, cells.count(Field.UNCERTAINTY_M));
    }

    private Where byNames(Cells cells, Where.Names names, @Nullable String text, @Nullable String level) {
        Where found = finder.find(names).orElse(null);
        if (found == null) {
            return new Where(
                    text,
                    null,
                    null,
                    names,
                    new Where.Precision(
                            cells.code(Field.GEO_PRECISION, 1, 3),
                            cells.code(Field.WHERE_PREC, 1, 7),
                            level == null ? "none" : level,
                            null),
                    Where.Geocode.NONE,
                    "imported");
        }
        String area = level != null && AREAS.contains(level) ? level : null;
        return new Where(
                text,
                area == null ? found.point() : null,
                found.footprint(),
                completed(names, found.names()),
                area == null ? found.precision() : precision(cells, area),
                found.geocode(),
                "imported");
    }

    /** The row's own names first; the gazetteer's where the row has none. */
    private static Where.Names completed(Where.Names own, Where.Names found) {
        return new Where.Names(
                own.location() == null ? found.location() : own.location(),
                own.country() == null ? found.country() : own.country(),
                own.iso3() == null ? found.iso3() : own.iso3(),
                own.admin1() == null ? found.admin1() : own.admin1(),
                own.admin2() == null ? found.admin2() : own.admin2());
    }

    private static @Nullable LonLat point(Cells cells) throws RowProblem {
        String latText = cells.text(Field.LATITUDE);
        String lonText = cells.text(Field.LONGITUDE);
        if (latText == null || lonText == null) {
            if (latText != null || lonText != null) {
                cells.warn("cell_coordinates", "latitude or longitude stands alone; the row is placed by its names");
            }
            return null;
        }
        Double lat = Cells.parse(latText);
        Double lon = Cells.parse(lonText);
        if (lat == null || lon == null) {
            throw new RowProblem(
                    "row_coordinates",
                    RowProblem.excerpt(latText) + ", " + RowProblem.excerpt(lonText)
                            + " are not decimal degrees; correct them or leave both empty");
        }
        if (lat == 0 && lon == 0) {
            cells.warn("cell_coordinates", "latitude and longitude are 0, which stands for unknown");
            return null;
        }
        if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
            boolean swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 180;
            throw new RowProblem(
                    "row_coordinates",
                    "latitude " + latText + ", longitude " + lonText + " lie outside of the globe"
                            + (swapped ? "; they look swapped" : ""));
        }
        return new LonLat(lon, lat);
    }
}
