package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;

/**
 * Ties Ukraine's raions of before 2020, which the postal places name, to those of 2020, which GeoNames' towns name. The
 * reform merged old raions whole with few exceptions, so each old one goes where the overrides say, or else where most
 * of its towns are.
 */
final class Raions {
    private static final int NEIGHBOURS = 5;

    private Raions() {}

    /**
     * Fills in the old raion of towns from the postal points around them, and the new one of postal places.
     *
     * @param merged what is known for certain: the code of the new raion by oblast code, a full stop and the old one's name
     */
    static void tie(List<Draft> towns, List<Draft> postal, Map<String, String> merged) {
        Map<String, List<Draft>> postalOf = byOblast(postal);
        Map<String, Map<String, Integer>> votes = new TreeMap<>();
        for (Draft town : towns) {
            if (town.country.equals("UA") && town.formerAdmin2.isEmpty()) {
                town.formerAdmin2 = nearestFormer(town, postalOf.getOrDefault(town.admin1, List.of()));
            }
            if (town.country.equals("UA") && !town.formerAdmin2.isEmpty() && !town.admin2.isEmpty()) {
                votes.computeIfAbsent(town.admin1 + '.' + town.formerAdmin2, key -> new TreeMap<>())
                        .merge(town.admin2, 1, Integer::sum);
            }
        }
        Map<String, List<Draft>> townsOf = byOblast(towns);
        Map<String, String> winners = new HashMap<>(merged);
        for (Draft place : postal) {
            if (place.formerAdmin2.isEmpty()) {
                if (place.known == PlacePrecision.POINT) {
                    place.admin2 = nearest(place, townsOf.getOrDefault(place.admin1, List.of()));
                }
                continue;
            }
            String key = place.admin1 + '.' + place.formerAdmin2;
            place.admin2 = winners.computeIfAbsent(
                    key,
                    absent -> winner(votes.getOrDefault(
                            key, Map.of(nearest(place, townsOf.getOrDefault(place.admin1, List.of())), 1))));
        }
    }

    /** The raions of before 2020 as historic units at the median of their places. */
    static List<Draft> former(List<Draft> postal, Map<String, double[]> medians) {
        Map<String, String> newCode = new HashMap<>();
        postal.forEach(place -> newCode.putIfAbsent(place.admin1 + '.' + place.formerAdmin2, place.admin2));
        List<Draft> units = new ArrayList<>();
        for (Map.Entry<String, double[]> entry : medians.entrySet()) {
            String oblast = entry.getKey().substring(0, 2);
            String raion = entry.getKey().substring(3);
            if (!UkrainePostal.isRaion(raion)) {
                continue;
            }
            Draft unit = new Draft(
                    "gnp:UA." + oblast + '.' + raion, "ADM2H", "UA", entry.getValue()[0], entry.getValue()[1]);
            unit.admin1 = oblast;
            unit.admin2 = newCode.getOrDefault(entry.getKey(), "");
            unit.code = raion;
            unit.known = PlacePrecision.AREA;
            unit.layer = Draft.Layer.GEONAMES_POSTAL;
            unit.name(NameMark.PLAIN, raion).name(NameMark.PLAIN, raion + " Raion");
            units.add(unit);
        }
        return units;
    }

    private static Map<String, List<Draft>> byOblast(List<Draft> places) {
        Map<String, List<Draft>> byOblast = new HashMap<>();
        for (Draft place : places) {
            if (place.country.equals("UA") && place.known == PlacePrecision.POINT) {
                byOblast.computeIfAbsent(place.admin1, key -> new ArrayList<>()).add(place);
            }
        }
        return byOblast;
    }

    private static String nearestFormer(Draft town, List<Draft> around) {
        Map<String, Integer> votes = new TreeMap<>();
        around.stream()
                .filter(place -> UkrainePostal.isRaion(place.formerAdmin2))
                .sorted(Comparator.comparingDouble((Draft place) -> distance(town, place))
                        .thenComparing(place -> place.id))
                .limit(NEIGHBOURS)
                .forEach(place -> votes.merge(place.formerAdmin2, 1, Integer::sum));
        return votes.isEmpty() ? "" : winner(votes);
    }

    private static String nearest(Draft place, List<Draft> towns) {
        return towns.stream()
                .filter(town -> !town.admin2.isEmpty())
                .min(Comparator.comparingDouble((Draft town) -> distance(place, town))
                        .thenComparing(town -> town.id))
                .map(town -> town.admin2)
                .orElse("");
    }

    /** The most voted for; of equals the first in order of the alphabet. */
    private static String winner(Map<String, Integer> votes) {
        return votes.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static double distance(Draft a, Draft b) {
        return Distances.meters(a.lon, a.lat, b.lon, b.lat);
    }
}
