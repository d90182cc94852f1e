package org.clashmap.event.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.PlaceWords;
import org.clashmap.event.Where;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Relation;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/** Places that a person sets on the map by hand, as exact as the person says and named by what lies near. */
final class DrawnPlaces {
    private static final int CIRCLE_VERTICES = 48;
    /** A pin on top of a settlement is in it. */
    private static final double IN_METERS = 2_000;

    private static final double NEAR_METERS = 50_000;
    private static final int WIDEST_PIN_METERS = 30_000;

    /** The widest uncertainty that a level of precision allows, in metres, the finest first. */
    private static final List<Map.Entry<String, Integer>> WIDEST = List.of(
            Map.entry("exact", 250),
            Map.entry("street", 1_000),
            Map.entry("neighbourhood", 3_000),
            Map.entry("settlement", 10_000),
            Map.entry("settlement_vicinity", 15_000),
            Map.entry("front_sector", WIDEST_PIN_METERS));

    /** How far across an area of a level may be, as the radius of a circle of its size. */
    private static final List<Map.Entry<String, Integer>> WIDEST_AREA = List.of(
            Map.entry("settlement_vicinity", 10_000), Map.entry("admin2", 40_000), Map.entry("admin1", 250_000));

    private final Gazetteer gazetteer;
    private final PlaceWords words;

    DrawnPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.words = new PlaceWords(gazetteer);
    }

    /** @param level geo_level, or null for the one that the uncertainty stands for */
    Where pin(Where before, PlaceChange.Pin pin, @Nullable String level, Editor editor) {
        Integer given = pin.uncertaintyMeters();
        Integer known = before.point() == null ? null : before.precision().uncertaintyMeters();
        if (given == null && known == null) {
            throw RefusedChangeException.of(
                    "changes.place.uncertainty_m",
                    "is missing, and the event has none to keep",
                    "a whole number of metres from 1 to " + WIDEST_PIN_METERS);
        }
        int meters = given != null ? given : known != null ? known : WIDEST_PIN_METERS;
        if (meters < 1 || meters > WIDEST_PIN_METERS) {
            throw RefusedChangeException.of(
                    "changes.place.uncertainty_m",
                    "is " + meters + "; what is less certain is an area and no point",
                    "a whole number of metres from 1 to " + WIDEST_PIN_METERS);
        }
        String at = level == null ? levelOf(meters) : checked(level, meters);
        boolean rough = at.equals("settlement_vicinity") || at.equals("front_sector");
        return new Where(
                before.text(),
                pin.point(),
                Geodesy.circle(pin.point(), meters, CIRCLE_VERTICES),
                names(pin.point(), before),
                new Where.Precision(
                        rough ? 2 : 1, at.equals("front_sector") ? Integer.valueOf(5) : rough ? 2 : 1, at, meters),
                geocode(before, "A person set this point, good to " + meters + " m.", "estimated", editor),
                "stated");
    }

    private static String levelOf(int meters) {
        return meters <= 250
                ? "exact"
                : meters <= 1_000
                        ? "street"
                        : meters <= 3_000 ? "neighbourhood" : meters <= 6_000 ? "settlement" : roughLevelOf(meters);
    }

    private static String roughLevelOf(int meters) {
        return meters <= 15_000 ? "settlement_vicinity" : "front_sector";
    }

    private static String checked(String level, int meters) {
        List<String> allowed = WIDEST.stream()
                .filter(entry -> meters <= entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
        if (!allowed.contains(level)) {
            throw RefusedChangeException.of(
                    "changes.precision",
                    "is \"" + level + "\", which does not go with a point that is good to " + meters + " m",
                    allowed);
        }
        return level;
    }

    /** @param level geo_level, or null for the one that the size stands for */
    Where area(Where before, Geometry geometry, @Nullable String level, Editor editor) {
        boolean line = geometry instanceof LineString || geometry instanceof MultiLineString;
        int meters = reachMeters(geometry, line);
        String at = line ? "route" : areaLevel(meters);
        List<String> allowed = line
                ? List.of("route")
                : List.of("settlement_vicinity", "admin2", "admin1", "country", "front_sector", "sea");
        if (level != null && !allowed.contains(level)) {
            throw RefusedChangeException.of(
                    "changes.precision", "is \"" + level + "\", which does not go with what was drawn", allowed);
        }
        String chosen = level == null ? at : level;
        Coordinate inside = geometry.getInteriorPoint().getCoordinate();
        return new Where(
                before.text(),
                null,
                geometry,
                unitNames(new LonLat(inside.x, inside.y), before),
                precision(chosen, meters),
                geocode(
                        before,
                        "A person drew this " + (line ? "line" : "area") + ", so no point is drawn.",
                        "estimated",
                        editor),
                "stated");
    }

    private static String areaLevel(int meters) {
        return WIDEST_AREA.stream()
                .filter(entry -> meters <= entry.getValue())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("country");
    }

    private static Where.Precision precision(String level, int meters) {
        return switch (level) {
            case "settlement_vicinity" -> new Where.Precision(2, 2, level, meters);
            case "admin2" -> new Where.Precision(2, 3, level, meters);
            case "admin1" -> new Where.Precision(3, 4, level, meters);
            case "country" -> new Where.Precision(null, 6, level, meters);
            case "front_sector" -> new Where.Precision(2, 5, level, meters);
            default -> new Where.Precision(3, 5, level, meters);
        };
    }

    /** Of an area the radius of a circle of its size, of a line half its reach. */
    private static int reachMeters(Geometry geometry, boolean line) {
        double kmPerDegree = 111.32;
        var box = geometry.getEnvelopeInternal();
        double narrowing = Math.cos(Math.toRadians((box.getMinY() + box.getMaxY()) / 2));
        double meters = line
                ? Geodesy.distanceMeters(
                                new LonLat(box.getMinX(), box.getMinY()), new LonLat(box.getMaxX(), box.getMaxY()))
                        / 2
                : Math.sqrt(geometry.getArea() * kmPerDegree * kmPerDegree * narrowing / Math.PI) * 1000;
        return Math.max(1, (int) Math.round(meters));
    }

    Where nowhere(Where before, Editor editor) {
        return new Where(
                before.text(),
                null,
                null,
                Where.Names.NONE,
                Where.Precision.NONE,
                geocode(before, "A person decided that the place cannot be told.", "none", editor),
                "stated");
    }

    private Where.Geocode geocode(Where before, String decision, String status, Editor editor) {
        return new Where.Geocode(
                status,
                null,
                before.geocode().candidates(),
                null,
                new Where.Verdict(null, null, false, false),
                gazetteer.version(),
                decision,
                new Where.Decided(editor.by(), editor.at()));
    }

    /** The settlement it is in or near, with the units it lies in. */
    private Where.Names names(LonLat point, Where before) {
        Optional<Place> nearest = gazetteer.near(point, NEAR_METERS, 1).stream().findFirst();
        Where.Names unit = unitNames(point, before);
        if (nearest.isEmpty()) {
            return unit;
        }
        Place place = nearest.get();
        double meters = Geodesy.distanceMeters(place.point(), point);
        String location = meters <= IN_METERS
                ? place.name()
                : PlaceWords.location(
                        Relation.OFFSET, List.of(place.name()), meters, Geodesy.bearingDegrees(place.point(), point));
        Where.Names near = words.names(place, location);
        boolean sameUnit = unit.admin1() == null || unit.admin1().equals(near.admin1());
        // Just across a border the nearest town says nothing about where the point lies.
        return sameUnit ? near : new Where.Names(location, unit.country(), unit.iso3(), unit.admin1(), null);
    }

    private Where.Names unitNames(LonLat point, Where before) {
        return gazetteer
                .hierarchy()
                .findAdmin1At(point)
                .or(() -> gazetteer.hierarchy().findCountryAt(point))
                .map(unit -> words.names(unit, unit.name()))
                .orElseGet(() -> new Where.Names(before.text(), null, null, null, null));
    }
}
