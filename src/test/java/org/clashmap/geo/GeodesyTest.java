package org.clashmap.geo;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

class GeodesyTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static boolean covers(Geometry area, LonLat position) {
        return area.covers(FACTORY.createPoint(new Coordinate(position.lon(), position.lat())));
    }

    private static void assertOnTheMap(Geometry area, String what) {
        assertTrue(area.isValid(), what + " is not valid: " + area);
        assertTrue(
                area.getEnvelopeInternal().getMinX() >= -180
                        && area.getEnvelopeInternal().getMaxX() <= 180
                        && Math.abs(area.getEnvelopeInternal().getMinY()) <= 90
                        && Math.abs(area.getEnvelopeInternal().getMaxY()) <= 90,
                what + " leaves the map: " + area.getEnvelopeInternal());
    }

    @Test
    void knownDistancesBearingsAndMidpoints() {
        // Vincenty's and Karney's published test line from JFK to LHR: 5 551 759.400 m.
        LonLat jfk = new LonLat(-73.8, 40.6);
        LonLat lhr = new LonLat(-0.5, 51.6);
        assertEquals(5_551_759.4, Geodesy.geodesicMeters(jfk, lhr), 0.01);
        assertEquals(51.198882, Geodesy.bearingDegrees(jfk, lhr), 1e-5);
        LonLat middle = Geodesy.midpoint(jfk, lhr);
        assertEquals(Geodesy.geodesicMeters(jfk, middle), Geodesy.geodesicMeters(middle, lhr), 0.001);
        assertEquals(
                180,
                Math.abs(Geodesy.midpoint(new LonLat(179, 0), new LonLat(-179, 0))
                        .lon()),
                1e-9);
    }

    @Test
    void fastDistanceStaysWithinItsStatedError() {
        Random random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            LonLat a = anywhere(random);
            LonLat b = i % 2 == 0
                    ? anywhere(random)
                    : Geodesy.destination(a, random.nextDouble() * 360, 1 + random.nextDouble() * 50_000);
            double exact = Geodesy.geodesicMeters(a, b);
            assertEquals(exact, Geodesy.distanceMeters(a, b), exact * 0.0057 + 0.001, "seed 42: " + a + " " + b);
        }
        assertEquals(0, Geodesy.distanceMeters(new LonLat(180, 10), new LonLat(-180, 10)), 0.001);
    }

    @Test
    void destinationIsTheInverseOfDistanceAndBearing() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            LonLat from = anywhere(random);
            double bearing = random.nextDouble() * 360;
            LonLat to = Geodesy.destination(from, bearing, 12_345);
            assertEquals(12_345, Geodesy.geodesicMeters(from, to), 0.001, "seed 7: " + from);
            assertEquals(
                    0, Math.IEEEremainder(Geodesy.bearingDegrees(from, to) - bearing, 360), 1e-4, "seed 7: " + from);
        }
        assertEquals(0, Geodesy.bearingDegrees(new LonLat(5, 5), new LonLat(5, 5)));
    }

    @Test
    void circlesAnywhereHoldExactlyWhatIsWithinTheirRadius() {
        Random random = new Random(2025);
        for (int i = 0; i < 120; i++) {
            LonLat center = i % 3 == 0 ? anywhere(random) : onTheEdge(random);
            double radius = 1_000 * Math.pow(10, random.nextDouble() * 2.7);
            Geometry circle = Geodesy.circle(center, radius, 256);
            String what = "seed 2025, circle " + center + " " + radius;
            assertOnTheMap(circle, what);
            for (int k = 0; k < 20; k++) {
                double bearing = random.nextDouble() * 360;
                assertTrue(
                        covers(circle, Geodesy.destination(center, bearing, radius * 0.95 * random.nextDouble())),
                        what + " inside at " + bearing);
                assertFalse(
                        covers(circle, Geodesy.destination(center, bearing, radius * 1.05)),
                        what + " outside at " + bearing);
            }
        }
    }

    @Test
    void aCircleOverTheDateLineIsCutThere() {
        Geometry circle = Geodesy.circle(new LonLat(179.99, 52), 20_000, 64);
        assertInstanceOf(MultiPolygon.class, circle);
        assertEquals(2, circle.getNumGeometries());
        assertTrue(covers(circle, new LonLat(-179.9, 52)));
        assertFalse(covers(circle, new LonLat(0, 52)));
    }

    @Test
    void aCircleAroundAPoleReachesAllLongitudes() {
        for (LonLat center : List.of(new LonLat(0, 90), new LonLat(100, 89.5), new LonLat(-180, -89.9))) {
            Geometry cap = Geodesy.circle(center, 200_000, 64);
            assertOnTheMap(cap, "cap " + center);
            for (double lon = -180; lon <= 180; lon += 45) {
                assertTrue(covers(cap, new LonLat(lon, Math.signum(center.lat()) * 89.99)), center + " at " + lon);
            }
            assertFalse(covers(cap, new LonLat(0, 0)));
        }
    }

    @Test
    void aSectorHoldsItsSideOnly() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            LonLat center = i % 3 == 0 ? anywhere(random) : onTheEdge(random);
            double bearing = random.nextDouble() * 360;
            double half = 10 + random.nextDouble() * 100;
            double radius = 2_000 + random.nextDouble() * 60_000;
            Geometry sector = Geodesy.sector(center, bearing, half, radius);
            String what = "seed 11, sector " + center + " " + bearing + "±" + half + " " + radius;
            assertOnTheMap(sector, what);
            for (double f : new double[] {-0.9, -0.3, 0.0, 0.5, 0.9}) {
                assertTrue(
                        covers(sector, Geodesy.destination(center, bearing + f * half, radius * 0.8)), what + " " + f);
            }
            assertFalse(covers(sector, Geodesy.destination(center, bearing + half + 15, radius * 0.8)), what);
            assertFalse(covers(sector, Geodesy.destination(center, bearing, radius * 1.05)), what);
        }
        assertInstanceOf(Polygon.class, Geodesy.sector(new LonLat(37, 48), 90, 200, 1000));
    }

    @Test
    void impossibleAreasAreRefusedByTheirValue() {
        LonLat center = new LonLat(0, 0);
        assertTrue(messageOf(() -> Geodesy.circle(center, -5, 32)).contains("-5"));
        assertThrows(IllegalArgumentException.class, () -> Geodesy.circle(center, Double.NaN, 32));
        assertThrows(IllegalArgumentException.class, () -> Geodesy.circle(center, 1e8, 32));
        assertThrows(IllegalArgumentException.class, () -> Geodesy.circle(center, 10, 2));
        assertThrows(IllegalArgumentException.class, () -> Geodesy.sector(center, 0, 0, 10));
    }

    private static LonLat anywhere(Random random) {
        return new LonLat(random.nextDouble() * 360 - 180, random.nextDouble() * 178 - 89);
    }

    /** Near the date line or a pole. */
    private static LonLat onTheEdge(Random random) {
        if (random.nextBoolean()) {
            double lon = 180 - random.nextDouble() * 0.5;
            return new LonLat(random.nextBoolean() ? lon : -lon, random.nextDouble() * 160 - 80);
        }
        double lat = 90 - random.nextDouble() * random.nextDouble();
        return new LonLat(random.nextDouble() * 360 - 180, random.nextBoolean() ? lat : -lat);
    }
}
