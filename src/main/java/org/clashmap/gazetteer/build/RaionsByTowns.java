package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clashmap.gazetteer.build.UkrainePostal.Row;
import org.clashmap.text.NameKeys;

/**
 * Finds old raions in which hardly a postal row has a point, some sixty of them in Ternopil, Mykolaiv and Odesa oblasts, by
 * the towns of the other source: a town whose name one raion alone has without a point, and which is no other raion's point
 * of that name, is that raion's. The middle of such towns is the raion's.
 */
final class RaionsByTowns {
    private static final double FARTHEST_FROM_MEDIAN_METERS = 45_000;
    private static final double SAME_PLACE_METERS = 5_000;

    /** By oblast and name: raions without a point for the name, the points of other raions, the towns. */
    private final Map<String, Set<String>> unplaced = new HashMap<>();

    private final Map<String, List<double[]>> placed = new HashMap<>();
    private final Map<String, List<Draft>> townsOfName = new HashMap<>();

    private RaionsByTowns(List<Row> rows, PostalPoints points, List<Draft> towns) {
        for (Row row : rows) {
            if (points.isPoint(row)) {
                placed.computeIfAbsent(name(row), key -> new ArrayList<>()).add(row.point());
            } else if (!row.raion().isEmpty()) {
                unplaced.computeIfAbsent(name(row), key -> new HashSet<>()).add(row.raionKey());
            }
        }
        for (Draft town : towns) {
            if (town.country.equals("UA")) {
                town.keys()
                        .forEach(key -> townsOfName
                                .computeIfAbsent(town.admin1 + key, absent -> new ArrayList<>())
                                .add(town));
            }
        }
    }

    /**
     * The median point of each raion found so; notes the raion in its towns.
     *
     * @param known raions that need no such search
     */
    static Map<String, double[]> find(List<Row> rows, PostalPoints points, Set<String> known, List<Draft> towns) {
        RaionsByTowns search = new RaionsByTowns(rows, points, towns);
        Map<String, Set<String>> names = new TreeMap<>();
        for (Row row : rows) {
            if (!row.raion().isEmpty() && !known.contains(row.raionKey())) {
                names.computeIfAbsent(row.raionKey(), key -> new TreeSet<>()).add(name(row));
            }
        }
        Map<String, double[]> medians = new TreeMap<>();
        names.forEach((raion, list) -> {
            List<Draft> own = list.stream()
                    .flatMap(name -> search.townOf(name, raion).stream())
                    .distinct()
                    .toList();
            if (!own.isEmpty()) {
                medians.put(raion, tie(raion.substring(raion.indexOf('.') + 1), own));
            }
        });
        return medians;
    }

    private Optional<Draft> townOf(String name, String raion) {
        if (!unplaced.getOrDefault(name, Set.of()).equals(Set.of(raion))) {
            return Optional.empty();
        }
        List<Draft> free = townsOfName.getOrDefault(name, List.of()).stream()
                .filter(town -> placed.getOrDefault(name, List.of()).stream()
                        .noneMatch(
                                point -> Distances.meters(point[0], point[1], town.lon, town.lat) <= SAME_PLACE_METERS))
                .toList();
        return free.size() == 1 ? Optional.of(free.getFirst()) : Optional.empty();
    }

    private static String name(Row row) {
        return row.oblast() + NameKeys.fold(row.name());
    }

    private static double[] tie(String raion, List<Draft> towns) {
        double[] median = median(towns);
        List<Draft> near = towns.stream()
                .filter(town ->
                        Distances.meters(median[0], median[1], town.lon, town.lat) <= FARTHEST_FROM_MEDIAN_METERS)
                .toList();
        near.forEach(town -> town.formerAdmin2 = raion);
        return near.isEmpty() ? median : median(near);
    }

    private static double[] median(List<Draft> towns) {
        return Distances.median(
                towns.stream().map(town -> new double[] {town.lon, town.lat}).toList());
    }
}
