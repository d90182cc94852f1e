package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clashmap.gazetteer.build.UkrainePostal.Row;
import org.clashmap.text.NameKeys;

/**
 * Which of the postal rows stand at their own coordinate. Accuracy 4 is a real settlement, but one in five rows has the
 * coordinate of a homonym in another raion. Sure are those whose coordinate one raion alone claims and which lie near the
 * median of their raion's points; measured against an independent set, 99.6 % of them lie within 5 km. Of the other rows
 * with accuracy 4 those are kept that fit in: one of the six nearest sure places is of the same raion, or the places with
 * the next postcodes are near. Of 1,277 such rows with a known answer 98.5 % lie within 5 km (98.7 % in the half by hash
 * that the limits were not chosen on); of those that do not fit, 2 %. Accuracy 3, even where it fits, is right in 81 % only and never kept.
 *
 * <p>Quadratic in the rows in doubt, 16 million distances for Ukraine.
 */
final class PostalPoints {
    private static final double FARTHEST_FROM_MEDIAN_METERS = 45_000;
    private static final int NEAREST_PLACES = 6;
    private static final int NEXT_POSTCODES = 5;
    private static final double NEAR_NEXT_POSTCODES_METERS = 12_000;

    private final List<Row> sure = new ArrayList<>();
    private final Map<String, List<Row>> sureOfRaion = new HashMap<>();
    private final Set<Row> kept = new HashSet<>();

    /** Decides for all rows at once, since they vouch for each other. */
    PostalPoints(List<Row> rows) {
        Map<String, Set<String>> raionsOfCoordinate = new HashMap<>();
        Map<String, List<double[]>> pointsOfRaion = new TreeMap<>();
        List<Row> precise = rows.stream()
                .filter(row -> row.accuracy() == 4 && !row.raion().isEmpty())
                .toList();
        for (Row row : precise) {
            raionsOfCoordinate
                    .computeIfAbsent(row.coordinate(), key -> new HashSet<>())
                    .add(row.raionKey());
            pointsOfRaion
                    .computeIfAbsent(row.raionKey(), key -> new ArrayList<>())
                    .add(row.point());
        }
        Map<String, double[]> medians = new HashMap<>();
        pointsOfRaion.forEach((raion, points) -> medians.put(raion, Distances.median(points)));
        List<Row> doubtful = new ArrayList<>();
        for (Row row : precise) {
            boolean alone =
                    raionsOfCoordinate.getOrDefault(row.coordinate(), Set.of()).size() == 1;
            double[] median = medians.getOrDefault(row.raionKey(), row.point());
            if (alone && meters(median, row) <= FARTHEST_FROM_MEDIAN_METERS) {
                sure.add(row);
                sureOfRaion
                        .computeIfAbsent(row.raionKey(), key -> new ArrayList<>())
                        .add(row);
            } else {
                doubtful.add(row);
            }
        }
        kept.addAll(sure);
        doubtful.stream()
                .filter(row -> hasNeighbourOfItsRaion(row) || isNearNextPostcodes(row))
                .forEach(kept::add);
    }

    /** True when a row's coordinate is its own. */
    boolean isPoint(Row row) {
        return kept.contains(row);
    }

    private boolean hasNeighbourOfItsRaion(Row row) {
        String name = NameKeys.fold(row.name());
        record Near(Row row, double meters) {}
        List<Near> nearest = new ArrayList<>();
        double degree = 0.4;
        for (Row other : sure) {
            boolean close =
                    Math.abs(other.lat() - row.lat()) < degree && Math.abs(other.lon() - row.lon()) < 2 * degree;
            if (close && !NameKeys.fold(other.name()).equals(name)) {
                nearest.add(new Near(other, meters(other.point(), row)));
            }
        }
        nearest.sort(Comparator.comparingDouble(Near::meters).thenComparing(near -> near.row.coordinate()));
        Set<String> places = new HashSet<>();
        for (Near near : nearest) {
            if (places.add(near.row.coordinate())) {
                if (near.row.raionKey().equals(row.raionKey())) {
                    return true;
                }
                if (places.size() == NEAREST_PLACES) {
                    break;
                }
            }
        }
        return false;
    }

    private boolean isNearNextPostcodes(Row row) {
        String name = NameKeys.fold(row.name());
        List<double[]> next = sureOfRaion.getOrDefault(row.raionKey(), List.of()).stream()
                .filter(other -> !NameKeys.fold(other.name()).equals(name))
                .sorted(Comparator.comparingInt((Row other) -> Math.abs(other.code() - row.code()))
                        .thenComparing(Row::name)
                        .thenComparing(Row::coordinate))
                .limit(NEXT_POSTCODES)
                .map(Row::point)
                .toList();
        return !next.isEmpty() && meters(Distances.median(next), row) <= NEAR_NEXT_POSTCODES_METERS;
    }

    private static double meters(double[] point, Row row) {
        return Distances.meters(point[0], point[1], row.lon(), row.lat());
    }
}
