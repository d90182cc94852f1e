package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.PlacePrecision;

/**
 * Joins rows of one settlement from different sources: the same folded name within 3 km; or, for a row whose own point
 * is not known, the only place of that name in its old raion, or in its oblast where no raion is known. A town of 5,000
 * people takes in every postal row of its name within 30 km in its oblast.
 */
final class Fusion {
    private static final double SAME_PLACE_METERS = 3_000;
    /** A town's post office, or the middle of its postal area, may lie this far from its centre. */
    private static final double SAME_TOWN_METERS = 30_000;

    private static final long TOWN_POPULATION = 5_000;

    private final Map<String, List<Draft>> byName = new HashMap<>();
    private int joined;

    /** Adds the kept places in the order of trust: an override wins over a town, a town over a postal place. */
    static List<Draft> join(List<Draft> overrides, List<Draft> towns, List<Draft> postal, int[] joinedCount) {
        Fusion fusion = new Fusion();
        List<Draft> kept = new ArrayList<>(overrides);
        overrides.forEach(fusion::index);
        Map<String, Draft> overrideById = new HashMap<>();
        overrides.forEach(place -> overrideById.put(place.id, place));
        for (Draft town : towns) {
            Draft override = overrideById.get(town.id);
            if (override != null) {
                override.absorb(town);
                fusion.joined++;
            } else {
                kept.add(town);
                if (town.country.equals("UA")) {
                    fusion.index(town);
                }
            }
        }
        for (Draft place : postal) {
            Draft same = fusion.find(place);
            if (same == null) {
                kept.add(place);
            } else {
                same.absorb(place);
                if (!place.formerAdmin2.isEmpty()) {
                    // The post says it; the town's own was voted by its neighbours.
                    same.formerAdmin2 = place.formerAdmin2;
                }
                fusion.joined++;
            }
        }
        joinedCount[0] = fusion.joined;
        return kept;
    }

    private static double meters(Draft place, Draft candidate) {
        return Distances.meters(place.lon, place.lat, candidate.lon, candidate.lat);
    }

    private static boolean isTown(Draft place) {
        return place.population >= TOWN_POPULATION;
    }

    private void index(Draft place) {
        for (String key : place.keys()) {
            byName.computeIfAbsent(key, absent -> new ArrayList<>()).add(place);
        }
    }

    private @org.jspecify.annotations.Nullable Draft find(Draft place) {
        List<Draft> candidates = new ArrayList<>();
        for (String key : place.keys()) {
            for (Draft candidate : byName.getOrDefault(key, List.of())) {
                if (!candidates.contains(candidate) && isSame(place, candidate)) {
                    candidates.add(candidate);
                }
            }
        }
        return candidates.size() == 1 || (!candidates.isEmpty() && place.known == PlacePrecision.POINT)
                ? candidates.getFirst()
                : null;
    }

    private static boolean isSame(Draft place, Draft candidate) {
        if (!place.country.equals(candidate.country) || !place.admin1.equals(candidate.admin1)) {
            return false;
        }
        return switch (place.known) {
            case POINT -> meters(place, candidate) <= (isTown(candidate) ? SAME_TOWN_METERS : SAME_PLACE_METERS);
            case ADMIN2 ->
                place.formerAdmin2.equals(candidate.formerAdmin2)
                        || (isTown(candidate) && meters(place, candidate) <= SAME_TOWN_METERS);
            case ADMIN1 -> true;
            case AREA -> false;
        };
    }
}
