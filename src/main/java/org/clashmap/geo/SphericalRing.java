package org.clashmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * Lays a closed ring on the globe out on the plane of longitude and latitude. The longitudes are unrolled so that
 * neighbours are never more than half a turn apart; what then lies outside [-180, 180] is cut off and moved back by whole
 * turns.
 */
final class SphericalRing {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private SphericalRing() {}

    /** A ring with no pole inside. */
    static Geometry plain(List<Coordinate> ring, double nearLongitude) {
        List<Coordinate> open = unroll(ring, nearLongitude);
        return cut(polygon(open));
    }

    /** A ring that goes once around a pole: the area between it and the pole, over all longitudes. */
    static Geometry around(List<Coordinate> ring, double nearLongitude, int poleSign) {
        List<Coordinate> open = unroll(startAtDateLine(ring), nearLongitude);
        // The ring starts and ends on the date line; make its ends exact, then close it over the pole.
        Coordinate first = open.getFirst();
        Coordinate last = open.getLast();
        double shift = -180 - Math.min(first.x, last.x);
        boolean eastward = first.x < last.x;
        List<Coordinate> closed = new ArrayList<>(open.size() + 2);
        for (Coordinate c : open) {
            closed.add(new Coordinate(c.x + shift, c.y));
        }
        closed.set(0, new Coordinate(eastward ? -180 : 180, first.y));
        closed.set(closed.size() - 1, new Coordinate(eastward ? 180 : -180, last.y));
        closed.add(new Coordinate(eastward ? 180 : -180, 90.0 * poleSign));
        closed.add(new Coordinate(eastward ? -180 : 180, 90.0 * poleSign));
        return cut(polygon(closed));
    }

    /** The same ring, turned so that it starts where it crosses the date line, with that crossing at both ends. */
    private static List<Coordinate> startAtDateLine(List<Coordinate> ring) {
        int size = ring.size();
        for (int i = 0; i < size; i++) {
            Coordinate a = ring.get(i);
            Coordinate b = ring.get((i + 1) % size);
            double step = Math.IEEEremainder(b.x - a.x, 360);
            double beyond = a.x + step;
            if (beyond > 180 || beyond < -180) {
                double edge = beyond > 180 ? 180 : -180;
                double lat = a.y + (b.y - a.y) * (edge - a.x) / step;
                List<Coordinate> turned = new ArrayList<>(size + 2);
                turned.add(new Coordinate(-edge, lat));
                for (int k = 1; k <= size; k++) {
                    turned.add(ring.get((i + k) % size));
                }
                turned.add(new Coordinate(edge, lat));
                return turned;
            }
        }
        // It touches the date line with a vertex: start there.
        int touch = 0;
        for (int i = 1; i < size; i++) {
            if (Math.abs(ring.get(i).x) > Math.abs(ring.get(touch).x)) {
                touch = i;
            }
        }
        List<Coordinate> turned = new ArrayList<>(size + 1);
        for (int k = 0; k <= size; k++) {
            turned.add(ring.get((touch + k) % size));
        }
        return turned;
    }

    private static List<Coordinate> unroll(List<Coordinate> ring, double nearLongitude) {
        List<Coordinate> open = new ArrayList<>(ring.size());
        double previous = nearLongitude;
        for (Coordinate c : ring) {
            double lon = previous + Math.IEEEremainder(c.x - previous, 360);
            open.add(new Coordinate(lon, c.y));
            previous = lon;
        }
        return open;
    }

    private static Polygon polygon(List<Coordinate> open) {
        List<Coordinate> closed = new ArrayList<>(open);
        closed.add(open.getFirst().copy());
        return FACTORY.createPolygon(closed.toArray(Coordinate[]::new));
    }

    private static Geometry cut(Polygon raw) {
        Geometry whole = raw.isValid() ? raw : GeometryFixer.fix(raw);
        Envelope extent = whole.getEnvelopeInternal();
        if (extent.getMinX() >= -180 && extent.getMaxX() <= 180) {
            return whole;
        }
        List<Polygon> parts = new ArrayList<>();
        for (int turn = -1; turn <= 1; turn++) {
            Envelope window = new Envelope(-180 + 360.0 * turn, 180 + 360.0 * turn, -90, 90);
            Geometry part = whole.intersection(FACTORY.toGeometry(window));
            Geometry home =
                    AffineTransformation.translationInstance(-360.0 * turn, 0).transform(part);
            for (Object polygon : PolygonExtracter.getPolygons(home)) {
                if (polygon instanceof Polygon piece && !piece.isEmpty()) {
                    parts.add(piece);
                }
            }
        }
        return parts.size() == 1 ? parts.getFirst() : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }
}
