package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.build.Draft.Layer;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;

/**
 * Cleans GeoNames' postal places of Ukraine: 29,571 rows down to villages, with the raion of before 2020 and an accuracy
 * code. Accuracy 4 is a real point except for homonyms put in the wrong raion, which {@link PostalPoints} tells; other
 * accuracies are wrong by a median of 23 km. Every other row keeps its name and is known to its raion, or to its oblast
 * when no raion is given; {@link Vicinities} says more about where in the raion.
 */
final class UkrainePostal {
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final Pattern COUNCIL = Pattern.compile("\\s*\\(.*$");
    private static final Pattern COUNCIL_NAME = Pattern.compile("\\(\\s*([^)]*?)\\s*(?:\\)|$)");
    private static final Pattern COUNCIL_WORDS = Pattern.compile("(?iu)\\s+(сільська|селищна|міська|с/|рада).*$");
    private static final Pattern NUMBER = Pattern.compile("\\s*-?\\s*\\d+\\s*$");
    /** Latin letters typed for their Cyrillic twins. */
    private static final String LATIN_TWINS = "aceiopxyABCEHIKMOPTX";

    private static final String CYRILLIC_TWINS = "асеіорхуАВСЕНІКМОРТХ";

    /** With fewer points of its own a raion's middle is asked of its towns. */
    private static final int FEWEST_POINTS = 4;

    private UkrainePostal() {}

    /**
     * A row: accuracy 0 when blank, the oblast as GeoNames' admin1 code, the raion's Latin adjective or "", the village
     * council's name without the word council, or "".
     */
    record Row(
            int accuracy,
            double lon,
            double lat,
            String name,
            String council,
            String oblast,
            String raion,
            String postcode) {
        String raionKey() {
            return oblast + '.' + raion;
        }

        String coordinate() {
            return lat + " " + lon;
        }

        double[] point() {
            return new double[] {lon, lat};
        }

        /** The postcode as a number; 0 when it is none. */
        int code() {
            return POSTCODE.matcher(postcode).matches() ? Integer.parseInt(postcode) : 0;
        }
    }

    /**
     * @param places settlements, each named in its oblast and raion once
     * @param medians the median point of each raion of before 2020, by oblast code, a full stop and its Latin adjective
     */
    record Cleaned(List<Draft> places, Map<String, double[]> medians, int points, int toRaion, int toOblast) {}

    /**
     * @param towns the places of the other source, which get the raion of their postal row where only they tell where the
     *     raion lies
     */
    static Cleaned clean(List<Row> rows, List<Draft> towns) {
        PostalPoints points = new PostalPoints(rows);
        Map<String, List<double[]>> pointsOfRaion = new TreeMap<>();
        Map<String, List<double[]>> pointsOfOblast = new TreeMap<>();
        for (Row row : rows) {
            if (points.isPoint(row)) {
                pointsOfRaion
                        .computeIfAbsent(row.raionKey(), key -> new ArrayList<>())
                        .add(row.point());
                pointsOfOblast
                        .computeIfAbsent(row.oblast, key -> new ArrayList<>())
                        .add(row.point());
            }
        }
        Map<String, double[]> medians = medians(pointsOfRaion);
        Set<String> placed = new HashSet<>(medians.keySet());
        placed.removeIf(raion -> pointsOfRaion.getOrDefault(raion, List.of()).size() < FEWEST_POINTS);
        medians.putAll(RaionsByTowns.find(rows, points, placed, towns));
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
            PlacePrecision known = known(row, points, medians);
            double[] point = known == PlacePrecision.POINT
                    ? row.point()
                    : known == PlacePrecision.ADMIN2 ? medians.get(row.raionKey()) : oblastMedians.get(row.oblast);
            if (point != null) {
                merge(places, place(row, known, point));
            }
        }
        return cleaned(new ArrayList<>(places.values()), medians);
    }

    private static Cleaned cleaned(List<Draft> places, Map<String, double[]> medians) {
        return new Cleaned(
                places,
                medians,
                count(places, PlacePrecision.POINT),
                count(places, PlacePrecision.ADMIN2),
                count(places, PlacePrecision.ADMIN1));
    }

    private static int count(List<Draft> places, PlacePrecision known) {
        return (int) places.stream().filter(place -> place.known == known).count();
    }

    /** Two rows of one name in one raion are one settlement with two postcodes, unless both have points far apart. */
    private static void merge(Map<String, Draft> places, Draft place) {
        String key = place.admin1 + '.' + place.formerAdmin2 + '.' + NameKeys.fold(place.mainName());
        Draft first = places.get(key);
        if (first == null) {
            places.put(key, place);
        } else if (place.known == PlacePrecision.POINT
                && first.known == PlacePrecision.POINT
                && Distances.meters(first.lon, first.lat, place.lon, place.lat) > 3_000) {
            places.putIfAbsent(key + '.' + place.id, place);
        } else if (place.known == PlacePrecision.POINT && first.known != PlacePrecision.POINT) {
            places.put(key, place);
        } else if (first.council.isEmpty()) {
            first.council = place.council;
        }
    }

    private static PlacePrecision known(Row row, PostalPoints points, Map<String, double[]> medians) {
        if (row.raion.isEmpty() || !medians.containsKey(row.raionKey())) {
            // The city of an oblast's own subordination: its point stands, whatever else is blank.
            return row.accuracy == 4 ? PlacePrecision.POINT : PlacePrecision.ADMIN1;
        }
        return points.isPoint(row) ? PlacePrecision.POINT : PlacePrecision.ADMIN2;
    }

    private static Draft place(Row row, PlacePrecision known, double[] point) {
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
        place.postcode = row.code();
        place.council = row.council;
        place.layer = Layer.GEONAMES_POSTAL;
        place.name(NameMark.PLAIN, latin).name(NameMark.UKRAINIAN, row.name);
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

    /** The council's name of "Тарасівка (Тарасівська сільська рада)": "Тарасівська"; empty when none is given. */
    static String cleanCouncil(String raw) {
        Matcher council = COUNCIL_NAME.matcher(raw);
        return council.find() ? COUNCIL_WORDS.matcher(council.group(1)).replaceFirst("") : "";
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
