package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;

/**
 * Spatial minimality (after Leidner 2007): the places of a text lie close together. A candidate is as near as the likely
 * places of the names around it, each of the {@value #MOST_NEIGHBOURS} nearest names once, weighed by the shares of the
 * round before.
 */
final class Nearness {
    private static final int MOST_NEIGHBOURS = 12;
    /** Candidates of a neighbour that are looked at, most likely first. */
    private static final int MOST_PLACES = 8;

    private static final double LEAST_SHARE = 0.02;
    private static final double DISTRICT_METERS = 60_000;
    private static final double COUNTRY_METERS = 300_000;

    private Nearness() {}

    static void add(List<Weighing> weighings, Setting setting) {
        for (int i = 0; i < weighings.size(); i++) {
            Weighing weighing = weighings.get(i);
            if (weighing.options.size() < 2 || !weighing.mention.isLiteral()) {
                weighing.options.forEach(option -> addRecent(option, setting));
                continue;
            }
            List<Weighing> neighbours = neighbours(weighings, i);
            for (Option option : weighing.options) {
                addNeighbours(option, neighbours);
                addRecent(option, setting);
            }
        }
    }

    /** The nearest literal mentions of other settlements on both sides, each name once. */
    private static List<Weighing> neighbours(List<Weighing> weighings, int index) {
        Map<String, Weighing> byName = new LinkedHashMap<>();
        String own = weighings.get(index).mention.text();
        for (int step = 1; step < weighings.size() && byName.size() < MOST_NEIGHBOURS; step++) {
            for (int side = -1; side <= 1; side += 2) {
                int at = index + side * step;
                if (at >= 0 && at < weighings.size()) {
                    Weighing other = weighings.get(at);
                    if (other.mention.isLiteral()
                            && !other.options.isEmpty()
                            && !other.mention.text().equals(own)) {
                        byName.putIfAbsent(other.mention.text(), other);
                    }
                }
            }
            if (index - step < 0 && index + step >= weighings.size()) {
                break;
            }
        }
        return new ArrayList<>(byName.values());
    }

    private static void addNeighbours(Option option, List<Weighing> neighbours) {
        option.nearest = null;
        double near = 0;
        double far = 0;
        int counted = 0;
        if (!option.place().feature().isArea()) {
            for (Weighing neighbour : neighbours) {
                double best = 0;
                double bestFar = 0;
                double bestMeters = 0;
                boolean spot = false;
                for (Option other : neighbour.options.subList(0, Math.min(MOST_PLACES, neighbour.options.size()))) {
                    if (other.share < LEAST_SHARE || other.place().feature().isArea()) {
                        continue;
                    }
                    spot = true;
                    double meters = distanceMeters(option, other);
                    double weight = Math.sqrt(other.share) * sureness(option.place()) * sureness(other.place());
                    double value = weight * fade(meters, DISTRICT_METERS);
                    if (value > best) {
                        best = value;
                        bestMeters = meters;
                    }
                    bestFar = Math.max(bestFar, Math.sqrt(other.share) * fade(meters, COUNTRY_METERS));
                }
                counted += spot ? 1 : 0;
                far += bestFar;
                if (best > near) {
                    near = best;
                    option.nearest =
                            Reasons.kilometers(bestMeters) + " from " + neighbour.mention.text() + ", named with it";
                }
            }
        }
        option.set(Evidence.NEAR_ANOTHER, near);
        option.set(Evidence.SAME_PART_OF_THE_WORLD, counted == 0 ? 0 : far / (counted + 1));
    }

    private static void addRecent(Option option, Setting setting) {
        double near = 0;
        if (!setting.recentEvents().isEmpty() && !option.place().feature().isArea()) {
            for (LonLat event : setting.recentEvents()) {
                near = Math.max(near, fade(Geodesy.distanceMeters(option.place().point(), event), DISTRICT_METERS));
            }
        }
        option.set(Evidence.NEAR_RECENT_EVENTS, near);
    }

    private static double fade(double meters, double scale) {
        return meters > 8 * scale ? 0 : Math.exp(-meters / scale);
    }

    /** Along the sphere, from the straight line between the two. */
    private static double distanceMeters(Option a, Option b) {
        double[] u = a.direction();
        double[] v = b.direction();
        double dx = u[0] - v[0];
        double dy = u[1] - v[1];
        double dz = u[2] - v[2];
        double half = Math.sqrt(dx * dx + dy * dy + dz * dz) / 2;
        return 2 * Geodesy.MEAN_RADIUS_METERS * (half < 0.1 ? half : Math.asin(Math.min(1, half)));
    }

    /** A place known only to its district says little about what it is near. */
    private static double sureness(Place place) {
        return place.precision() == PlacePrecision.POINT ? 1 : 0.4;
    }
}
