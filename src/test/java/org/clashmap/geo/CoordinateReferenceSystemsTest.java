package org.clashmap.geo;

import static org.clashmap.Refusal.messageOf;
import static org.clashmap.geo.CoordinateReferenceSystems.CRS84;
import static org.clashmap.geo.CoordinateReferenceSystems.EPSG_4326;
import static org.clashmap.geo.CoordinateReferenceSystems.WEB_MERCATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoordinateReferenceSystemsTest {
    private static Geometry point(double x, double y) {
        return new GeometryFactory().createPoint(new Coordinate(x, y));
    }

    @Test
    void urisAndShortFormsAreRead() {
        assertEquals(CRS84, CoordinateReferenceSystems.parse("http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
        assertEquals(EPSG_4326, CoordinateReferenceSystems.parse("http://www.opengis.net/def/crs/EPSG/0/4326"));
        assertEquals(WEB_MERCATOR, CoordinateReferenceSystems.parse("EPSG:3857"));
        assertTrue(EPSG_4326.latitudeFirst());
        assertFalse(CRS84.latitudeFirst());
    }

    @Test
    void unknownSystemsAreRefusedByName() {
        assertTrue(messageOf(() -> CoordinateReferenceSystems.parse("EPSG:banana"))
                .startsWith("\"EPSG:banana\" is not a known coordinate reference system"));
        assertThrows(IllegalArgumentException.class, () -> CoordinateReferenceSystems.parse("EPSG:99999999999"));
    }

    @Test
    void webMercatorGoesThereAndBack() {
        // Kyiv, as PROJ computes it.
        Geometry there = CoordinateReferenceSystems.fromLonLat(point(30.5238, 50.45466), WEB_MERCATOR);
        assertEquals(3_397_893.87, there.getCoordinate().x, 0.01);
        assertEquals(6_525_390.459, there.getCoordinate().y, 0.01);
        Coordinate back =
                CoordinateReferenceSystems.toLonLat(there, WEB_MERCATOR).getCoordinate();
        assertEquals(30.5238, back.x, 1e-9);
        assertEquals(50.45466, back.y, 1e-9);
        assertEquals(
                20_037_508.34,
                CoordinateReferenceSystems.fromLonLat(point(180, 90), WEB_MERCATOR)
                        .getCoordinate()
                        .y,
                0.01);
    }

    @Test
    void otherSystemsComeFromTheDatabaseWithEastFirst() {
        CoordinateReferenceSystems.Crs utm = CoordinateReferenceSystems.parse("EPSG:32637");
        Geometry there = CoordinateReferenceSystems.fromLonLat(point(39, 48), utm);
        // The central meridian of UTM zone 37 has the false easting 500 000 m.
        assertEquals(500_000, there.getCoordinate().x, 0.01);
        assertEquals(5_316_300.224, there.getCoordinate().y, 0.01);
        Coordinate back = CoordinateReferenceSystems.toLonLat(there, utm).getCoordinate();
        assertEquals(39, back.x, 1e-7);
        assertEquals(48, back.y, 1e-7);
    }

    @Test
    void placesFarOutsideOfASystemAreRefused() {
        var utm36 = CoordinateReferenceSystems.parse("EPSG:32636");
        assertThrows(
                IllegalArgumentException.class, () -> CoordinateReferenceSystems.fromLonLat(point(179.5, -17), utm36));
        assertThrows(
                IllegalArgumentException.class, () -> CoordinateReferenceSystems.fromLonLat(point(-70, 10), utm36));
    }

    @Test
    void axesAreSwappedInACopy() {
        Geometry point = point(30, 50);
        assertEquals(50, CoordinateReferenceSystems.swapAxes(point).getCoordinate().x);
        assertEquals(30, point.getCoordinate().x);
    }
}
