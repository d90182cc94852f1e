package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.PlaceAdjectives;

/**
 * Where a Ukrainian place may lie that is known only to its old raion: the middle of the likely ground and the radius in
 * which nine of ten such places lie, measured against an independent set. By the seat of the village council that the
 * postal row names; by the places that share its postcode; by those with the next postcodes, where they lie together; or
 * by all places of the raion. The radii are those of one half of the measured places, by hash of the name; the test of the
 * stored tables holds them against the other half. No such place becomes a point.
 */
final class Vicinities {
    private static final int SEAT_KM = 9;
    private static final int SAME_POSTCODE_KM = 7;
    private static final int NEXT_POSTCODES_TOGETHER_KM = 13;
    private static final int NEXT_POSTCODES_KM = 22;
    private static final int FEW_PLACES = 10;
    private static final int FEW_PLACES_KM = 30;
    private static final int NEXT = 3;
    private static final int FARTHEST_POSTCODE = 3;
    private static final double TOGETHER_METERS = 8_000;
    private static final double SPREAD_METERS = 15_000;
    private static final double SHARE_WITHIN = 0.95;

    /** Places whose point is known, by oblast and old raion, and by oblast and new raion. */
    private final Map<String, List<Draft>> anchors = new HashMap<>();

    private final Map<String, List<Draft>> anchorsOfNew = new HashMap<>();

    private Vicinities(List<Draft> places) {
        for (Draft place : places) {
            if (place.country.equals("UA") && place.known == PlacePrecision.POINT) {
                if (!place.formerAdmin2.isEmpty()) {
                    anchors.computeIfAbsent(raion(place), key -> new ArrayList<>())
                            .add(place);
                }
                anchorsOfNew
                        .computeIfAbsent(newRaion(place), key -> new ArrayList<>())
                        .add(place);
            }
        }
        anchors.values().forEach(list -> list.sort(Comparator.comparing(place -> place.id)));
    }

    /**
     * Moves each place known only to its raion to the middle of its vicinity and notes the radius. One whose old raion has
     * no known place, but is known to have gone into a new one, becomes known to that.
     */
    static void locate(List<Draft> places) {
        Vicinities vicinities = new Vicinities(places);
        for (Draft place : places) {
            boolean inRaion = place.known == PlacePrecision.ADMIN2
                    || (place.known == PlacePrecision.ADMIN1
                            && !place.formerAdmin2.isEmpty()
                            && !place.admin2.isEmpty());
            if (inRaion && place.country.equals("UA")) {
                vicinities.find(place).ifPresent(vicinity -> {
                    place.known = PlacePrecision.ADMIN2;
                    place.lon = vicinity.lon;
                    place.lat = vicinity.lat;
                    place.code = Integer.toString(vicinity.radiusKm);
                });
            }
        }
    }

    /** The middle, and the radius in which nine of ten places lie. */
    private record Vicinity(double lon, double lat, int radiusKm) {
        static Vicinity at(double[] point, int radiusKm) {
            return new Vicinity(point[0], point[1], radiusKm);
        }
    }

    private Optional<Vicinity> find(Draft place) {
        List<Draft> raion = anchors.getOrDefault(raion(place), List.of());
        if (raion.isEmpty()) {
            List<Draft> newRaion =
                    place.admin2.isEmpty() ? List.of() : anchorsOfNew.getOrDefault(newRaion(place), List.of());
            return newRaion.isEmpty() ? Optional.empty() : Optional.of(wholeRaion(newRaion));
        }
        return seat(place, raion)
                .or(() -> samePostcode(place, raion))
                .or(() -> nextPostcodes(place, raion))
                .or(() -> Optional.of(wholeRaion(raion)));
    }

    /** The settlement that the council is called after: "Кудринецька" after Кудринці. */
    private static Optional<Vicinity> seat(Draft place, List<Draft> raion) {
        String council = NameKeys.fold(place.council);
        if (council.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> tiers = new ArrayList<>();
        tiers.add(List.of(council));
        tiers.addAll(PlaceAdjectives.names(council.split(" ", -1)[0], Language.UK));
        for (List<String> tier : tiers) {
            Optional<Draft> seat = raion.stream()
                    .filter(anchor -> tier.stream().anyMatch(anchor::hasKey))
                    .min(Comparator.comparingInt((Draft anchor) -> gap(anchor, place))
                            .thenComparing(anchor -> anchor.id));
            if (seat.isPresent()) {
                return seat.map(found -> Vicinity.at(point(found), SEAT_KM));
            }
        }
        return Optional.empty();
    }

    private static Optional<Vicinity> samePostcode(Draft place, List<Draft> raion) {
        List<double[]> points = raion.stream()
                .filter(anchor -> gap(anchor, place) == 0)
                .map(Vicinities::point)
                .toList();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(Vicinity.at(Distances.median(points), SAME_POSTCODE_KM));
    }

    private static Optional<Vicinity> nextPostcodes(Draft place, List<Draft> raion) {
        List<double[]> next = raion.stream()
                .filter(anchor -> gap(anchor, place) <= FARTHEST_POSTCODE)
                .sorted(Comparator.comparingInt((Draft anchor) -> gap(anchor, place))
                        .thenComparing(anchor -> anchor.id))
                .limit(NEXT)
                .map(Vicinities::point)
                .toList();
        if (next.size() < NEXT) {
            return Optional.empty();
        }
        double[] middle = Distances.median(next);
        double spread = next.stream()
                .mapToDouble(point -> Distances.meters(point[0], point[1], middle[0], middle[1]))
                .max()
                .orElse(0);
        if (spread > SPREAD_METERS) {
            return Optional.empty();
        }
        return Optional.of(
                Vicinity.at(middle, spread <= TOGETHER_METERS ? NEXT_POSTCODES_TOGETHER_KM : NEXT_POSTCODES_KM));
    }

    private static Vicinity wholeRaion(List<Draft> raion) {
        double[] middle = Distances.median(raion.stream().map(Vicinities::point).toList());
        double[] meters = raion.stream()
                .mapToDouble(anchor -> Distances.meters(anchor.lon, anchor.lat, middle[0], middle[1]))
                .sorted()
                .toArray();
        double within = meters[(int) Math.min(meters.length - 1, meters.length * SHARE_WITHIN)];
        int least = raion.size() < FEW_PLACES ? FEW_PLACES_KM : NEXT_POSTCODES_KM;
        return Vicinity.at(middle, Math.max(least, (int) Math.ceil(within / 1_000)));
    }

    private static String raion(Draft place) {
        return place.admin1 + '.' + place.formerAdmin2;
    }

    private static String newRaion(Draft place) {
        return place.admin1 + '.' + place.admin2;
    }

    private static double[] point(Draft place) {
        return new double[] {place.lon, place.lat};
    }

    /** How far apart two postcodes are; far, when one is unknown. */
    private static int gap(Draft one, Draft other) {
        return one.postcode == 0 || other.postcode == 0 ? Integer.MAX_VALUE : Math.abs(one.postcode - other.postcode);
    }
}
