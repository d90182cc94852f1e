package org.clashmap.geocode;

import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;

/** How far a place lies outside a country or administrative unit. */
final class UnitDistance {
    private static final double FAR_METERS = 1_000_000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Gazetteer gazetteer;

    UnitDistance(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** 0 inside; metres to the border outside; {@value #FAR_METERS} when it is far or no outline is known. */
    double metersOutside(Place place, Place unit) {
        if (isWithinByCode(place, unit)) {
            return 0;
        }
        if (unit.feature().isCountry() || Geodesy.distanceMeters(place.point(), unit.point()) > FAR_METERS) {
            return FAR_METERS;
        }
        Optional<Geometry> outline = gazetteer.findOutline(unit.id());
        if (outline.isEmpty()) {
            return FAR_METERS;
        }
        LonLat at = place.point();
        Coordinate[] nearest =
                DistanceOp.nearestPoints(outline.get(), GEOMETRY.createPoint(new Coordinate(at.lon(), at.lat())));
        return Geodesy.distanceMeters(new LonLat(nearest[0].x, nearest[0].y), at);
    }

    private static boolean isWithinByCode(Place place, Place unit) {
        Place.Admin admin = place.admin();
        if (unit.feature().isCountry()) {
            return admin.country().equals(unit.admin().country());
        }
        return unit.id().equals(admin.admin1()) || unit.id().equals(admin.admin2());
    }
}
