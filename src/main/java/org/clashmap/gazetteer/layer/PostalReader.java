package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.layer.Intake.Trust;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.NameKeys;

/**
 * GeoNames' postal places: 12 columns between tabs, the last one how the position was found. Only 4 (the place of that
 * name in GeoNames) and 6 (the middle of addresses) are positions; and of those, one far from the middle of its own
 * district is a namesake elsewhere. A place without a position is stored as known to its district or province, where the
 * base has that unit, and passed over otherwise. The file is read twice: first for the middles of the districts.
 */
final class PostalReader implements RowReader {
    static final int COLUMNS = 12;

    /** One in ten Ukrainian rows further off than this from the median of its district is a namesake's. */
    private static final double NAMESAKE_METERS = 45_000;

    private static final int ENOUGH = 5;

    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        Map<String, LonLat> middles = middles(text);
        RowReader.eachRow(text, intake, COLUMNS, cells -> row(cells, middles, intake));
    }

    private static Map<String, LonLat> middles(SourceText text) throws IOException {
        Map<String, List<double[]>> points = new HashMap<>();
        try (SourceText again = text.again()) {
            Lines lines = new Lines(again.reader());
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] cells = line.split("\t", -1);
                if (cells.length == COLUMNS && isPosition(cells[11]) && !cells[5].isEmpty()) {
                    try {
                        double[] point = {Double.parseDouble(cells[10]), Double.parseDouble(cells[9])};
                        points.computeIfAbsent(district(cells), absent -> new ArrayList<>())
                                .add(point);
                    } catch (NumberFormatException unreadable) {
                        // Refused with its line when the row itself is read.
                    }
                }
            }
        }
        Map<String, LonLat> middles = new HashMap<>();
        points.forEach((district, list) -> {
            double lon = median(list, 0);
            double lat = median(list, 1);
            if (list.size() >= ENOUGH && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
                middles.put(district, new LonLat(lon, lat));
            }
        });
        return middles;
    }

    private static double median(List<double[]> points, int axis) {
        double[] values = points.stream().mapToDouble(point -> point[axis]).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String district(String[] cells) {
        return cells[0] + '\t' + cells[3] + '\t' + cells[5];
    }

    private static boolean isPosition(String accuracy) {
        return accuracy.equals("4") || accuracy.equals("6");
    }

    private static void row(String[] cells, Map<String, LonLat> middles, Intake intake) throws IOException {
        String country = intake.countries().codeOf(cells[0]);
        String name = withoutBrackets(cells[2]);
        NameMark mark = country.equals("UA") ? NameMark.UKRAINIAN : NameMark.PLAIN;
        NameList names = new NameList().main(mark, name);
        String id = "gnp:" + country + '-' + slug(cells[1]) + '-' + slug(name);
        if (intake.has(id)) {
            intake.passOver("places given once more with the same postal code");
            return;
        }
        Candidate.Spot spot = Candidate.Spot.parse(cells[9], cells[10], PlacePrecision.POINT);
        if (isPosition(cells[11]) && !isNamesake(spot, middles.get(district(cells)))) {
            intake.take(new Candidate(id, "PPL", Candidate.in(country), spot, 0, names), Trust.COUNTRY);
            return;
        }
        Optional<Place> unit = unit(cells, country, intake);
        if (unit.isEmpty()) {
            intake.passOver("postal places whose position is a guess and whose district is not in the base");
            return;
        }
        intake.take(known(id, unit.get(), names, intake), Trust.COUNTRY);
    }

    private static boolean isNamesake(Candidate.Spot spot, @org.jspecify.annotations.Nullable LonLat middle) {
        boolean readable = Math.abs(spot.lon()) <= 180 && Math.abs(spot.lat()) <= 90;
        return middle != null
                && readable
                && Geodesy.distanceMeters(middle, new LonLat(spot.lon(), spot.lat())) > NAMESAKE_METERS;
    }

    /** A place known only to a unit, at the point where the unit's label goes. */
    private static Candidate known(String id, Place unit, NameList names, Intake intake) throws IOException {
        String country = unit.admin().country();
        String code = intake.units().codeOf(country, unit.id());
        int dot = code.indexOf('.');
        LayerPlace.Unit where = dot < 0
                ? new LayerPlace.Unit(country, code, "", "")
                : new LayerPlace.Unit(country, code.substring(0, dot), code.substring(dot + 1), "");
        PlacePrecision precision = dot < 0 ? PlacePrecision.ADMIN1 : PlacePrecision.ADMIN2;
        Candidate.Spot spot =
                new Candidate.Spot(unit.point().lat(), unit.point().lon(), precision);
        return new Candidate(id, "PPL", where, spot, 0, names);
    }

    private static Optional<Place> unit(String[] cells, String country, Intake intake) {
        Optional<Place> first = intake.base()
                .findCountry(country)
                .flatMap(land -> NamedPlaces.in(land, cells[3], intake.base()).stream()
                        .filter(place -> place.feature().isAdmin1())
                        .findFirst());
        if (first.isEmpty()) {
            return first;
        }
        return NamedPlaces.in(first.get(), cells[5], intake.base()).stream()
                .filter(place -> place.feature().isAdmin2())
                .findFirst()
                .or(() -> first);
    }

    /** "Vodiane (Vodianska council)" without what stands in brackets. */
    private static String withoutBrackets(String name) {
        int bracket = name.indexOf('(');
        return bracket > 0 ? name.substring(0, bracket).strip() : name;
    }

    private static String slug(String text) {
        return NameKeys.fold(text).replace(' ', '-').replace('|', '-');
    }
}
