package org.clashmap.event.publish;

import java.util.List;
import java.util.Optional;
import org.clashmap.event.Where;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Shows a place as roughly as a rule asks: at the settlement, in a cell of a grid, by its district or its province. Always
 * by snapping to something that was there before the event, never by moving it at random. Words, candidates, reasons and
 * the relation to other places are left behind. Safe for many threads.
 */
final class PublicPlace {
    /** Beyond this, the nearest settlement says little about where an event was, and a cell of the grid says it better. */
    private static final int SETTLEMENT_METERS = 5_000;

    private static final int TOWN_METERS = 15_000;
    private static final int CIRCLE_CORNERS = 32;

    /** From exact to coarse. What is not here, such as a part of another event, has no place of its own to be shown. */
    private static final List<String> FINER_THAN_SETTLEMENT = List.of("exact", "street", "neighbourhood");

    private static final List<String> AREAS = List.of("admin2", "admin1", "country", "sea", "none");

    private final Gazetteer gazetteer;

    PublicPlace(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The place at best as exact as {@code blur}; the same object when it says no more than that already. */
    Where of(Where where, Blur blur, String notice) {
        return switch (blur) {
            case NONE -> where;
            case SETTLEMENT -> isFiner(where) ? settlement(where, notice) : where;
            case GRID_5KM -> cell(where, Grid.FIVE_KM, blur, notice);
            case GRID_20KM -> cell(where, Grid.TWENTY_KM, blur, notice);
            case DISTRICT -> district(where, notice);
            case PROVINCE -> province(where, notice);
        };
    }

    /** A point that somebody else set may be exact, whatever level it claims. */
    private boolean isFiner(Where where) {
        if (where.point() == null) {
            return FINER_THAN_SETTLEMENT.contains(where.precision().level());
        }
        String level = where.precision().level();
        if (FINER_THAN_SETTLEMENT.contains(level)) {
            return true;
        }
        boolean found =
                where.geocode().gazetteerVersion() != null && !where.basis().equals("imported");
        return level.equals("settlement") && (!found || !isOnChosen(where));
    }

    private boolean isOnChosen(Where where) {
        LonLat point = where.point();
        return point != null
                && chosen(where)
                        .filter(place -> Geodesy.distanceMeters(place.point(), point) < 50)
                        .isPresent();
    }

    private Optional<Place> chosen(Where where) {
        String id = where.geocode().chosen();
        return id == null ? Optional.empty() : gazetteer.find(id);
    }

    private Where settlement(Where where, String notice) {
        LonLat point = where.point();
        if (point == null) {
            return new Where(
                    null,
                    null,
                    null,
                    withoutLocation(where.names()),
                    precision(1, 1, "settlement", null),
                    geocode(where, notice),
                    where.basis());
        }
        Optional<Place> town = chosen(where)
                .filter(place -> place.feature().isPopulatedPlace())
                .filter(place -> Geodesy.distanceMeters(place.point(), point) <= TOWN_METERS);
        Optional<Place> settlement = town.or(
                () -> gazetteer.near(point, SETTLEMENT_METERS, 1).stream().findFirst());
        if (settlement.isEmpty()) {
            return cell(where, Grid.FIVE_KM, Blur.GRID_5KM, notice);
        }
        Place place = settlement.get();
        int least = Geodesy.distanceMeters(place.point(), point) <= SETTLEMENT_METERS ? SETTLEMENT_METERS : TOWN_METERS;
        return new Where(
                null,
                place.point(),
                null,
                new Where.Names(
                        place.name(),
                        where.names().country(),
                        where.names().iso3(),
                        where.names().admin1(),
                        where.names().admin2()),
                precision(1, 1, "settlement", atLeast(where, least)),
                geocode(where, notice),
                where.basis());
    }

    private Where cell(Where where, Grid grid, Blur blur, String notice) {
        Spot spot = spot(where);
        if (spot == null || AREAS.contains(where.precision().level())) {
            return area(where, notice);
        }
        Grid.Cell cell = grid.of(spot.position());
        boolean wide = spot.radiusMeters() > blur.meters();
        int meters = wide ? roundedUp(spot.radiusMeters()) : blur.meters();
        return new Where(
                null,
                where.point() == null ? null : cell.middle(),
                wide ? Geodesy.circle(cell.middle(), meters, CIRCLE_CORNERS) : cell.outline(),
                withoutLocation(where.names()),
                precision(2, 2, "settlement_vicinity", meters),
                geocode(where, notice),
                where.basis());
    }

    /** By the point of the unit itself, which all its events share. */
    private Where district(Where where, String notice) {
        String name = where.names().admin2();
        if (name == null || where.precision().level().equals("admin1")) {
            return province(where, notice);
        }
        Geometry around = chosen(where)
                .map(place ->
                        place.feature().isAdmin2() ? place.id() : place.admin().admin2())
                .flatMap(gazetteer::find)
                .<Geometry>map(unit -> Geodesy.circle(unit.point(), Blur.DISTRICT.meters(), CIRCLE_CORNERS))
                .orElse(null);
        return new Where(
                null,
                null,
                around,
                new Where.Names(
                        name,
                        where.names().country(),
                        where.names().iso3(),
                        where.names().admin1(),
                        name),
                precision(2, 3, "admin2", Blur.DISTRICT.meters()),
                geocode(where, notice),
                where.basis());
    }

    private Where province(Where where, String notice) {
        LonLat point = where.point();
        Optional<Place> unit = chosen(where)
                .map(place ->
                        place.feature().isAdmin1() ? place.id() : place.admin().admin1())
                .flatMap(gazetteer::find)
                .or(() -> point == null ? Optional.empty() : gazetteer.findAdmin1At(point));
        String name = where.names().admin1() == null
                ? unit.map(Place::name).orElse(null)
                : where.names().admin1();
        if (name == null) {
            return country(where, notice);
        }
        return new Where(
                null,
                null,
                unit.flatMap(place -> gazetteer.findOutline(place.id())).orElse(null),
                new Where.Names(name, where.names().country(), where.names().iso3(), name, null),
                precision(3, 4, "admin1", Blur.PROVINCE.meters()),
                geocode(where, notice),
                where.basis());
    }

    private static Where country(Where where, String notice) {
        String name = where.names().country();
        return new Where(
                null,
                null,
                null,
                new Where.Names(name, name, where.names().iso3(), null, null),
                precision(3, 6, name == null ? "none" : "country", null),
                geocode(where, notice),
                where.basis());
    }

    /** Known to a unit or less: its names and outline say no more than a rule allows; the words might. */
    private static Where area(Where where, String notice) {
        boolean inherits = where.precision().level().equals("inherits_parent");
        Where.Names names = where.names();
        String location = names.admin2() != null && where.precision().level().equals("admin2")
                ? names.admin2()
                : names.admin1() == null ? names.country() : names.admin1();
        return new Where(
                null,
                null,
                inherits ? null : where.footprint(),
                new Where.Names(location, names.country(), names.iso3(), names.admin1(), names.admin2()),
                where.precision(),
                geocode(where, notice),
                where.basis());
    }

    /** @param radiusMeters how far the words reach from the position */
    private record Spot(LonLat position, double radiusMeters) {}

    /** Where an event lies and how far it reaches: by its point, or the middle of its footprint. */
    private static @Nullable Spot spot(Where where) {
        Integer known = where.precision().uncertaintyMeters();
        if (where.point() != null) {
            return new Spot(where.point(), known == null ? 0 : known);
        }
        Geometry footprint = where.footprint();
        if (footprint == null || footprint.isEmpty()) {
            return null;
        }
        Coordinate middle = footprint.getEnvelopeInternal().centre();
        LonLat position = new LonLat(middle.x, middle.y);
        double farthest = 0;
        for (Coordinate corner : footprint.getCoordinates()) {
            farthest = Math.max(farthest, Geodesy.distanceMeters(position, new LonLat(corner.x, corner.y)));
        }
        return new Spot(position, farthest);
    }

    /** To whole 10 km, so that the radius itself tells nothing. */
    private static int roundedUp(double meters) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(meters / 10_000) * 10_000);
    }

    private static Integer atLeast(Where where, int meters) {
        Integer known = where.precision().uncertaintyMeters();
        return known == null || known <= meters ? Integer.valueOf(meters) : Integer.valueOf(roundedUp(known));
    }

    private static Where.Names withoutLocation(Where.Names names) {
        String location = names.admin2() == null ? names.admin1() : names.admin2();
        return new Where.Names(location, names.country(), names.iso3(), names.admin1(), names.admin2());
    }

    private static Where.Precision precision(int geo, int where, String level, @Nullable Integer meters) {
        return new Where.Precision(geo, where, level, meters);
    }

    private static Where.Geocode geocode(Where where, String notice) {
        return new Where.Geocode(
                where.geocode().status(),
                null,
                List.of(),
                null,
                new Where.Verdict(null, null, false, false),
                where.geocode().gazetteerVersion(),
                notice);
    }
}
