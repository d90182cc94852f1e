package org.clashmap.geocode;

import java.util.List;
import java.util.Optional;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * From a place phrase to point, area and uncertainty by the codebook's table (section 3). A point is given only where the
 * words support one: never for a unit, a region, a place known only to its district, or the middle of a wide gap.
 */
public final class Localiser {
    /** Up to this gap "between A and B" is one spot. */
    private static final double NARROW_GAP_METERS = 15_000;

    private static final int NEAR_METERS = 8_000;
    private static final int DIRECTION_OUT_METERS = 2_000;
    private static final int DIRECTION_METERS = 3_000;
    private static final int FRONT_METERS = 25_000;
    private static final int DISTRICT_METERS = 25_000;
    private static final int CIRCLE_VERTICES = 48;
    private static final double OUTLINE_TOLERANCE_DEGREES = 0.01;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Gazetteer gazetteer;

    /**
     * A relation to places that are known, without the words it was read from.
     *
     * @param other the second end of a stretch, or null
     * @param distanceMeters of an offset, or null
     * @param bearingDegrees clockwise from north, or null
     */
    public record Anchored(
            Relation relation,
            Place place,
            @Nullable Place other,
            @Nullable Double distanceMeters,
            @Nullable Double bearingDegrees) {}

    public Localiser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** What a phrase about one place, or about a stretch between two, supports. */
    public Location locate(PlacePhrase phrase) {
        Optional<Place> found = phrase.anchors().getFirst().resolution().findBest();
        if (found.isEmpty()) {
            return Location.NONE;
        }
        Place place = found.get();
        if (phrase.anchors().getFirst().mention().expected() == ExpectedKind.WATER
                && place.feature().isPopulatedPlace()) {
            // A river that no table has, found under the name of a town on it: the town is not where it was.
            return new Location(null, null, new Location.Exactness(3, 5, null), "route", "anchor_only");
        }
        return locate(new Anchored(
                phrase.relation(), place, second(phrase), phrase.distanceMeters(), phrase.bearingDegrees()));
    }

    /** What a relation to a place, or to a stretch between two, supports. */
    public Location locate(Anchored told) {
        Place place = told.place;
        return switch (told.relation) {
            case IN_REGION -> region(place);
            case BORDER -> border(place, told.other);
            case BETWEEN -> stretch(told);
            case ALONG -> line(place, told.other, "route");
            case FRONT_SECTOR -> around(place, FRONT_METERS, new Level(2, 5, "front_sector", "anchor_only"));
            case OFFSET -> offset(told);
            case DIRECTION -> direction(told);
            case NEAR -> told.other == null ? near(told) : stretch(told);
            case PART_OF -> around(place, settlementMeters(place), new Level(1, 1, "neighbourhood", "gazetteer"));
            case AT -> around(place, settlementMeters(place), new Level(1, 1, "settlement", "gazetteer"));
        };
    }

    /**
     * A list of places told apart: one phrase for each, except a stretch between two, and two places so close that
     * something near both is in one spot.
     */
    public static List<PlacePhrase> split(PlacePhrase phrase) {
        List<Toponym> anchors = phrase.anchors();
        boolean stretch = anchors.size() == 2
                && (phrase.relation() == Relation.BETWEEN
                        || phrase.relation() == Relation.ALONG
                        || phrase.relation() == Relation.BORDER
                        || (phrase.relation() == Relation.NEAR && gapMeters(phrase) < NARROW_GAP_METERS));
        return anchors.size() == 1 || stretch
                ? List.of(phrase)
                : anchors.stream().map(phrase::withAnchor).toList();
    }

    private static double gapMeters(PlacePhrase phrase) {
        Optional<Place> first = phrase.anchors().get(0).resolution().findBest();
        Optional<Place> second = phrase.anchors().get(1).resolution().findBest();
        return first.isEmpty() || second.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Geodesy.distanceMeters(first.get().point(), second.get().point());
    }

    /** Radius within which "in X" may be, by the size of X: 2 to 6 km, more for a metropolis. */
    static int settlementMeters(Place place) {
        long population = place.population();
        if (population < 2_000) {
            return 2_000;
        }
        if (population < 20_000) {
            return 3_000;
        }
        if (population < 100_000) {
            return 4_000;
        }
        if (population < 500_000) {
            return 5_000;
        }
        return population < 2_000_000 ? 6_000 : 10_000;
    }

    private record Level(int geoPrecision, int wherePrec, String level, String status) {}

    private Location around(Place place, int radiusMeters, Level level) {
        if (place.precision() != PlacePrecision.POINT) {
            return vague(place);
        }
        return at(place.point(), radiusMeters, level);
    }

    private static Location at(LonLat point, int radiusMeters, Level level) {
        return new Location(
                point,
                Geodesy.circle(point, radiusMeters, CIRCLE_VERTICES),
                new Location.Exactness(level.geoPrecision, level.wherePrec, radiusMeters),
                level.level,
                level.status);
    }

    /** A place whose own position is known only to its district or province. */
    private Location vague(Place place) {
        if (place.precision() == PlacePrecision.ADMIN2) {
            int radius = gazetteer.findRadiusMeters(place).orElse(DISTRICT_METERS);
            return new Location(
                    null,
                    Geodesy.circle(place.point(), radius, CIRCLE_VERTICES),
                    new Location.Exactness(2, 3, radius),
                    "admin2",
                    "gazetteer");
        }
        String admin1 = place.admin().admin1();
        return admin1 == null
                ? Location.NONE
                : gazetteer.find(admin1).map(this::region).orElse(Location.NONE);
    }

    private Location region(Place place) {
        Geometry outline = gazetteer
                .findOutline(place.id())
                .map(o -> TopologyPreservingSimplifier.simplify(o, OUTLINE_TOLERANCE_DEGREES))
                .orElse(null);
        Integer radius = outline == null ? null : radiusMeters(outline);
        if (place.feature().isCountry()) {
            return new Location(null, outline, new Location.Exactness(null, 6, radius), "country", "gazetteer");
        }
        if (place.feature().isAdmin2()) {
            Geometry area = outline == null ? Geodesy.circle(place.point(), DISTRICT_METERS, CIRCLE_VERTICES) : outline;
            return new Location(
                    null,
                    area,
                    new Location.Exactness(2, 3, radius == null ? DISTRICT_METERS : radius),
                    "admin2",
                    "gazetteer");
        }
        if (place.feature().featureClass() == 'H') {
            // A sea is an area, a river a line, and neither says where along it.
            boolean sea = place.feature().code().equals("SEA")
                    || place.feature().code().equals("OCN");
            return new Location(
                    null, outline, new Location.Exactness(3, 5, radius), sea ? "sea" : "route", "gazetteer");
        }
        return new Location(null, outline, new Location.Exactness(3, 4, radius), "admin1", "gazetteer");
    }

    /** The line two countries or units share, or the whole border of one: never a point. */
    private Location border(Place first, @Nullable Place other) {
        Geometry line = gazetteer
                .findOutline(first.id())
                .flatMap(outline -> other == null
                        ? Optional.of(BorderLine.of(outline))
                        : gazetteer.findOutline(other.id()).flatMap(next -> BorderLine.shared(outline, next)))
                .orElse(null);
        return line == null
                ? new Location(null, null, new Location.Exactness(3, 5, null), "route", "anchor_only")
                : new Location(
                        null, line, new Location.Exactness(3, 5, BorderLine.reachMeters(line)), "route", "computed");
    }

    /** Radius of the circle with the same area. */
    private static int radiusMeters(Geometry outline) {
        double kmPerDegree = 111.32;
        double latitude = Math.toRadians(outline.getCentroid().getY());
        double squareKm = outline.getArea() * kmPerDegree * kmPerDegree * Math.cos(latitude);
        return (int) Math.round(Math.sqrt(squareKm / Math.PI)) * 1000;
    }

    private Location near(Anchored told) {
        Place place = told.place;
        int radius = told.distanceMeters == null
                ? Math.min(10_000, Math.max(6_000, NEAR_METERS + settlementMeters(place) - 3_000))
                : (int) Math.round(told.distanceMeters + settlementMeters(place));
        return around(place, radius, new Level(2, 2, "settlement_vicinity", "gazetteer"));
    }

    private Location offset(Anchored told) {
        Place place = told.place;
        if (place.precision() != PlacePrecision.POINT || told.distanceMeters == null || told.bearingDegrees == null) {
            return vague(place);
        }
        double meters = told.distanceMeters;
        LonLat point = Geodesy.destination(place.point(), told.bearingDegrees, meters);
        int radius = (int) Math.round(Math.max(3_000, 0.25 * meters + settlementMeters(place) / 2.0));
        return at(point, radius, new Level(2, 2, "settlement_vicinity", "computed"));
    }

    private Location direction(Anchored told) {
        Place place = told.place;
        if (place.precision() != PlacePrecision.POINT || told.bearingDegrees == null) {
            return vague(place);
        }
        LonLat point = Geodesy.destination(place.point(), told.bearingDegrees, DIRECTION_OUT_METERS);
        return at(point, DIRECTION_METERS, new Level(2, 2, "settlement_vicinity", "computed"));
    }

    private Location stretch(Anchored told) {
        Place first = told.place;
        Place other = told.other;
        if (other == null || first.precision() != PlacePrecision.POINT || other.precision() != PlacePrecision.POINT) {
            return near(told);
        }
        double gap = Geodesy.distanceMeters(first.point(), other.point());
        if (gap >= NARROW_GAP_METERS) {
            return line(first, other, "route");
        }
        LonLat middle = Geodesy.midpoint(first.point(), other.point());
        return at(middle, (int) Math.round(gap / 2 + 2_000), new Level(2, 2, "settlement_vicinity", "computed"));
    }

    private Location line(Place first, @Nullable Place other, String level) {
        if (other == null || other.precision() != PlacePrecision.POINT || first.precision() != PlacePrecision.POINT) {
            // One end of the way is not known: no point and no line can be drawn without inventing one.
            return new Location(null, null, new Location.Exactness(3, 5, null), level, "anchor_only");
        }
        double gap = Geodesy.distanceMeters(first.point(), other.point());
        Geometry footprint =
                GEOMETRY.createLineString(new Coordinate[] {coordinate(first.point()), coordinate(other.point())});
        return new Location(
                null, footprint, new Location.Exactness(3, 5, (int) Math.round(gap / 2 + 2_000)), level, "computed");
    }

    private static @Nullable Place second(PlacePhrase phrase) {
        List<Toponym> anchors = phrase.anchors();
        return anchors.size() < 2
                ? null
                : anchors.get(1).resolution().findBest().orElse(null);
    }

    private static Coordinate coordinate(LonLat point) {
        return new Coordinate(point.lon(), point.lat());
    }
}
