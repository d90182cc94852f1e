package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Borders as lines, from the outlines of countries and units. Outlines of neighbours may differ by the width of a river or
 * by how coarse they are: what lies within {@value #TOLERANCE_DEGREES} degrees (some 4 km) of both is shared. Outlines are
 * cut at the date line, and that cut is no border.
 */
final class BorderLine {
    private static final double TOLERANCE_DEGREES = 0.035;
    private static final double COARSE_DEGREES = 0.01;
    /** A shorter piece is where two edges cross or end, not a border. */
    private static final double LEAST_DEGREES = 0.08;

    private static final double DATE_LINE = 179.99;
    private static final int MARGIN_METERS = 2_000;

    private BorderLine() {}

    /** The whole edge of a country or unit. */
    static Geometry of(Geometry outline) {
        Geometry edge = edge(outline);
        return edge instanceof LinearRing ring
                ? edge.getFactory().createLineString(ring.getCoordinateSequence())
                : edge;
    }

    /** The edge that two share; empty when they are no neighbours. */
    static Optional<Geometry> shared(Geometry first, Geometry second) {
        Envelope window = new Envelope(first.getEnvelopeInternal());
        window.expandBy(TOLERANCE_DEGREES);
        if (!window.intersects(second.getEnvelopeInternal())) {
            return Optional.empty();
        }
        Geometry near =
                edge(second).intersection(first.getFactory().toGeometry(window)).buffer(TOLERANCE_DEGREES, 2);
        LineMerger merger = new LineMerger();
        merger.add(edge(first).intersection(near));
        List<LineString> kept = new ArrayList<>();
        for (Object piece : merger.getMergedLineStrings()) {
            if (piece instanceof LineString line && line.getLength() >= LEAST_DEGREES) {
                kept.add(line);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(lines(kept, first.getFactory()));
    }

    private static Geometry edge(Geometry outline) {
        Geometry boundary =
                TopologyPreservingSimplifier.simplify(outline, COARSE_DEGREES).getBoundary();
        Envelope all = boundary.getEnvelopeInternal();
        return all.getMaxX() < DATE_LINE && all.getMinX() > -DATE_LINE
                ? boundary
                : boundary.intersection(boundary.getFactory()
                        .toGeometry(new Envelope(-DATE_LINE, DATE_LINE, all.getMinY(), all.getMaxY())));
    }

    private static Geometry lines(List<LineString> lines, GeometryFactory factory) {
        return lines.size() == 1 ? lines.getFirst() : factory.createMultiLineString(lines.toArray(LineString[]::new));
    }

    /** How far from the middle of a line its ends may be, in metres: it may be anywhere along it. */
    static int reachMeters(Geometry line) {
        double reach = 0;
        Coordinate[] coordinates = line.getCoordinates();
        LonLat middle = point(coordinates[coordinates.length / 2]);
        for (Coordinate coordinate : coordinates) {
            reach = Math.max(reach, Geodesy.distanceMeters(middle, point(coordinate)));
        }
        return (int) Math.round(reach) + MARGIN_METERS;
    }

    private static LonLat point(Coordinate coordinate) {
        return new LonLat(coordinate.x, coordinate.y);
    }
}
