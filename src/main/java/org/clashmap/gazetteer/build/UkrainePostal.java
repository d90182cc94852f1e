package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clashmap.gazetteer.build.Draft.Known;
import org.clashmap.gazetteer.build.Draft.Layer;
import org.clashmap.gazetteer.build.Draft.Mark;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;

/**
 * Cleans GeoNames' postal places of Ukraine: 29,571 rows down to villages, with the raion of before 2020 and an accuracy
 * code. Measured against an independent set of places, accuracy 4 is a real point (98.5 % within 2 km) except for
 * homonyms put in the wrong raion; other accuracies are wrong by a median of 23 km. So a point is kept only when its
 * coordinate is claimed by one raion alone and lies within 45 km of the median of its raion's points; every other row
 * keeps its name and is known to its raion (median error of its point 16 km), or to its oblast when no raion is given.
 */
final class UkrainePostal {
    private static final double FARTHEST_FROM_MEDIAN_METERS = 45_000;
    private static final Pattern COUNCIL = Pattern.compile("\\s*\\(.*$");
    private static final Pattern NUMBER = Pattern.compile("\\s*-?\\s*\\d+\\s*$");
    /** Latin letters typed for their Cyrillic twins. */
    private static final String LATIN_TWINS = "aceiopxyABCEHIKMOPTX";

    private static final String CYRILLIC_TWINS = "асеіорхуАВСЕНІКМОРТХ";

    private UkrainePostal() {}

    /** A row: accuracy 0 when blank, the oblast as GeoNames' admin1 code, the raion's Latin adjective or "". */
    record Row(int accuracy, double lon, double lat, String name, String oblast, String raion, String postcode) {
        String raionKey() {
            return oblast + '.' + raion;
        }

        String coordinate() {
            return lat + " " + lon;
        }
    }

    /**
     * @param places settlements, each named in its oblast and raion once
     * @param medians the median point of each raion of before 2020, by oblast code, a full stop and its Latin adjective
     */
    record Cleaned(List<Draft> places, Map<String, double[]> medians, int points, int toRaion, int toOblast) {}

    static Cleaned clean(List<Row> rows) {
        Map<String, Set<String>> raionsOfCoordinate = new HashMap<>();
        Map<String, List<double[]>> pointsOfRaion = new TreeMap<>();
        Map<String, List<double[]>> pointsOfOblast = new TreeMap<>();
        for (Row row : rows) {
            if (row.accuracy == 4 && !row.raion.isEmpty()) {
                raionsOfCoordinate
                        .computeIfAbsent(row.coordinate(), key -> new HashSet<>())
                        .add(row.raionKey());
            }
        }
        for (Row row : rows) {
            if (row.accuracy == 4) {
                double[] point = {row.lon, row.lat};
                pointsOfOblast
                        .computeIfAbsent(row.oblast, key -> new ArrayList<>())
                        .add(point);
                if (!row.raion.isEmpty()) {
                    pointsOfRaion
                            .computeIfAbsent(row.raionKey(), key -> new ArrayList<>())
                            .add(point);
                }
            }
        }
        Map<String, double[]> medians = medians(pointsOfRaion);
        Map<String, double[]> oblastMedians = medians(pointsOfOblast);
        Map<String, Draft> places = new TreeMap<>();
        List<Row> sorted = new ArrayList<>(rows);
        // Better-known rows first, so that of two rows for one settlement the point wins.
        sorted.sort(Comparator.comparing(Row::oblast)
                .thenComparing(Row::raion)
                .thenComparing(Row::name)
                .thenComparingInt(row -> -row.accuracy)
                .thenComparing(Row::postcode));
        for (Row row : sorted) {
            Known known = known(row, raionsOfCoordinate, medians);
            double[] point = known == Known.POINT
                    ? new double[] {row.lon, row.lat}
                    : known == Known.ADMIN2 ? medians.get(row.raionKey()) : oblastMedians.get(row.oblast);
            if (point != null) {
                merge(places, place(row, known, point));
            }
        }
        return cleaned(new ArrayList<>(places.values()), medians);
    }

    private static Cleaned cleaned(List<Draft> places, Map<String, double[]> medians) {
        return new Cleaned(
                places, medians, count(places, Known.POINT), count(places, Known.ADMIN2), count(places, Known.ADMIN1));
    }

    private static int count(List<Draft> places, Known known) {
        return (int) places.stream().filter(place -> place.known == known).count();
    }

    /** Two rows of one name in one raion are one settlement with two postcodes, unless both have points far apart. */
    private static void merge(Map<String, Draft> places, Draft place) {
        String key = place.admin1 + '.' + place.formerAdmin2 + '.' + NameKeys.fold(place.mainName());
        Draft first = places.get(key);
        if (first == null) {
            places.put(key, place);
        } else if (place.known == Known.POINT
                && first.known == Known.POINT
                && Distances.meters(first.lon, first.lat, place.lon, place.lat) > 3_000) {
            places.putIfAbsent(key + '.' + place.id, place);
        } else if (place.known == Known.POINT && first.known != Known.POINT) {
            places.put(key, place);
        }
    }

    private static Known known(Row row, Map<String, Set<String>> raionsOfCoordinate, Map<String, double[]> medians) {
        if (row.raion.isEmpty() || !medians.containsKey(row.raionKey())) {
            // The city of an oblast's own subordination: its point stands, whatever else is blank.
            return row.accuracy == 4 ? Known.POINT : Known.ADMIN1;
        }
        if (row.accuracy != 4
                || raionsOfCoordinate.getOrDefault(row.coordinate(), Set.of()).size() > 1) {
            return Known.ADMIN2;
        }
        double[] median = medians.get(row.raionKey());
        boolean near = median != null
                && Distances.meters(median[0], median[1], row.lon, row.lat) <= FARTHEST_FROM_MEDIAN_METERS;
        return near ? Known.POINT : Known.ADMIN2;
    }

    private static Draft place(Row row, Known known, double[] point) {
        String latin = Romanisation.ukrainianName(row.name);
        Draft place = new Draft(
                "gnp:UA-" + row.postcode + '-' + NameKeys.fold(latin).replace(' ', '-'),
                "PPL",
                "UA",
                point[0],
                point[1]);
        place.admin1 = row.oblast;
        place.formerAdmin2 = row.raion;
        place.known = known;
        place.layer = Layer.GEONAMES_POSTAL;
        place.name(Mark.PLAIN, latin).name(Mark.UKRAINIAN, row.name);
        return place;
    }

    private static Map<String, double[]> medians(Map<String, List<double[]>> points) {
        Map<String, double[]> medians = new TreeMap<>();
        points.forEach((key, list) -> medians.put(key, Distances.median(list)));
        return medians;
    }

    /** The settlement's bare name: without its council, a number behind it, or Latin letters among Cyrillic ones. */
    static String cleanName(String raw) {
        String name = NUMBER.matcher(COUNCIL.matcher(raw).replaceFirst("")).replaceFirst("");
        StringBuilder out = new StringBuilder(name.length());
        for (char c : name.strip().toCharArray()) {
            int twin = LATIN_TWINS.indexOf(c);
            out.append(twin >= 0 ? CYRILLIC_TWINS.charAt(twin) : c);
        }
        return out.toString().replaceAll("\\s+", " ");
    }

    /** A row's raion or city of oblast subordination; empty where the source repeats the oblast instead. */
    static String cleanRaion(String raion) {
        return raion.endsWith("ska") || raion.endsWith("zka") ? "" : raion;
    }

    /** True for a raion, which has an adjective for a name, and false for a city of oblast subordination. */
    static boolean isRaion(String raion) {
        return raion.endsWith("kyi") || raion.endsWith("kyy") || raion.endsWith("kiy") || raion.endsWith("zkyi");
    }
}
