package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.text.NameKeys;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Says which polygons of Natural Earth belong to which first-order unit of GeoNames. By vote: a polygon belongs to the unit
 * that 60 % of the towns inside it belong to, since the codes in Natural Earth are often missing or of another age. Where
 * Natural Earth is finer (the departments of France) a unit gets several polygons; where it is older (the provinces of
 * Kenya) a polygon gets no unit. Some 200,000 towns against 4,600 polygons, through an R-tree, in seconds.
 */
final class UnitShapes {
    private static final double MAJORITY = 0.6;

    private UnitShapes() {}

    /** The polygons of each GeoNames unit, by the vote of the towns inside. */
    static Map<String, List<NaturalEarthUnit>> assign(
            List<Draft> cities,
            Map<String, List<double[]>> pointsOf1,
            Map<String, String> admin1Names,
            List<NaturalEarthUnit> shapes) {
        IdentityHashMap<NaturalEarthUnit, Map<String, Integer>> votes = votes(cities, shapes);
        Map<String, List<NaturalEarthUnit>> assigned = new TreeMap<>();
        Map<String, Integer> covered = new HashMap<>();
        for (NaturalEarthUnit shape : shapes) {
            Map<String, Integer> ballot = votes.getOrDefault(shape, Map.of());
            int all = ballot.values().stream().mapToInt(Integer::intValue).sum();
            for (Map.Entry<String, Integer> entry : ballot.entrySet()) {
                if (entry.getValue() >= MAJORITY * all) {
                    assigned.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                            .add(shape);
                    covered.merge(entry.getKey(), entry.getValue(), Integer::sum);
                }
            }
        }
        assigned.keySet().removeIf(code -> {
            List<double[]> points = pointsOf1.get(code);
            return points != null && covered.getOrDefault(code, 0) < MAJORITY * points.size();
        });
        assignByCodeOrName(assigned, votes, pointsOf1, admin1Names, shapes);
        return assigned;
    }

    /**
     * Units left without a polygon take one that names them, by code or by name, unless the vote gave it away: cities whose
     * outline on a map of this scale holds half their suburbs, and units with hardly a town.
     */
    private static void assignByCodeOrName(
            Map<String, List<NaturalEarthUnit>> assigned,
            IdentityHashMap<NaturalEarthUnit, Map<String, Integer>> votes,
            Map<String, List<double[]>> pointsOf1,
            Map<String, String> admin1Names,
            List<NaturalEarthUnit> shapes) {
        Map<String, String> codeByName = new HashMap<>();
        admin1Names.forEach(
                (code, name) -> codeByName.put(code.substring(0, 2) + NameKeys.fold(AdminUnits.bareName(name)), code));
        for (NaturalEarthUnit shape : shapes) {
            String code = shape.geoNamesCode();
            int inside = votes.getOrDefault(shape, Map.of()).getOrDefault(code, 0);
            boolean byCode = admin1Names.containsKey(code)
                    && inside
                            >= MAJORITY
                                    * pointsOf1.getOrDefault(code, List.of()).size();
            if (!byCode) {
                code = shape.latinNames().stream()
                        .map(name -> codeByName.get(shape.country() + NameKeys.fold(AdminUnits.bareName(name))))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElse("");
            }
            if (!code.isEmpty() && !assigned.containsKey(code)) {
                for (List<NaturalEarthUnit> others : assigned.values()) {
                    others.removeIf(shape::equals);
                }
                assigned.put(code, new ArrayList<>(List.of(shape)));
            }
        }
        assigned.values().removeIf(List::isEmpty);
    }

    private static IdentityHashMap<NaturalEarthUnit, Map<String, Integer>> votes(
            List<Draft> cities, List<NaturalEarthUnit> shapes) {
        record Located(NaturalEarthUnit unit, IndexedPointInAreaLocator locator) {}
        STRtree tree = new STRtree();
        for (NaturalEarthUnit shape : shapes) {
            tree.insert(
                    shape.polygon().getEnvelopeInternal(),
                    new Located(shape, new IndexedPointInAreaLocator(shape.polygon())));
        }
        IdentityHashMap<NaturalEarthUnit, Map<String, Integer>> votes = new IdentityHashMap<>();
        for (Draft city : cities) {
            if (city.admin1.isEmpty()) {
                continue;
            }
            Coordinate point = new Coordinate(city.lon, city.lat);
            for (Object found : tree.query(new Envelope(point))) {
                Located located = (Located) found;
                if (located.unit.country().equals(city.country) && located.locator.locate(point) != Location.EXTERIOR) {
                    votes.computeIfAbsent(located.unit, key -> new TreeMap<>())
                            .merge(city.country + '.' + city.admin1, 1, Integer::sum);
                }
            }
        }
        return votes;
    }
}
