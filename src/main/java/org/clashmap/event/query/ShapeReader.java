package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.CoordinateReferenceSystems;
import org.clashmap.geo.CoordinateReferenceSystems.Crs;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Geometries of a filter from the nested lists of coordinates that well-known text and GeoJSON both write, brought to WGS 84
 * with longitude first and checked. Heights are passed over.
 */
final class ShapeReader {
    /** More than a filter needs; a larger area belongs into a layer of its own. */
    static final int MOST_VERTICES = 20_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Crs crs;

    ShapeReader(Crs crs) {
        this.crs = crs;
    }

    /** Coordinates: a position or a list of further ones. */
    sealed interface Nest permits Position, Nested {}

    record Position(double first, double second) implements Nest {}

    record Nested(List<Nest> parts) implements Nest {}

    /** @param type as WKT or GeoJSON writes it */
    Geometry read(String type, Nest coordinates) {
        return inWgs84(shape(type.toUpperCase(Locale.ROOT), coordinates));
    }

    Geometry collection(List<Geometry> inWgs84) {
        return FACTORY.createGeometryCollection(inWgs84.toArray(Geometry[]::new));
    }

    /** @param numbers 4, or 6 with heights as third and sixth; west greater than east crosses the date line */
    Geometry box(List<Double> numbers) {
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw new IllegalArgumentException("a box has 4 numbers (6 with heights), not " + numbers.size());
        }
        int half = numbers.size() / 2;
        double x1 = numbers.get(0);
        double y1 = numbers.get(1);
        double x2 = numbers.get(half);
        double y2 = numbers.get(half + 1);
        if (crs.epsg() == CoordinateReferenceSystems.CRS84.epsg()) {
            BoundingBox box = crs.latitudeFirst() ? new BoundingBox(y1, x1, y2, x2) : new BoundingBox(x1, y1, x2, y2);
            List<Envelope> parts = box.envelopes();
            if (parts.size() == 1) {
                return FACTORY.toGeometry(parts.getFirst());
            }
            return FACTORY.buildGeometry(parts.stream().map(FACTORY::toGeometry).toList());
        }
        if (x1 > x2 || y1 > y2) {
            throw new IllegalArgumentException("the first corner of the box is not the lower one");
        }
        return inWgs84(FACTORY.toGeometry(new Envelope(x1, x2, y1, y2)));
    }

    private Geometry inWgs84(Geometry asGiven) {
        if (asGiven.getNumPoints() > MOST_VERTICES) {
            throw new IllegalArgumentException("a geometry may have " + MOST_VERTICES + " vertices");
        }
        Geometry eastFirst = crs.latitudeFirst() ? CoordinateReferenceSystems.swapAxes(asGiven) : asGiven;
        Geometry shape = CoordinateReferenceSystems.toLonLat(eastFirst, crs);
        for (Coordinate coordinate : shape.getCoordinates()) {
            new LonLat(coordinate.x, coordinate.y);
        }
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error != null) {
            throw new IllegalArgumentException("the geometry is not valid: " + error);
        }
        return shape;
    }

    private static Geometry shape(String type, Nest coordinates) {
        return switch (type) {
            case "POINT" -> FACTORY.createPoint(position(coordinates));
            case "LINESTRING" -> line(coordinates);
            case "POLYGON" -> polygon(coordinates);
            case "MULTIPOINT" ->
                FACTORY.createMultiPoint(parts(coordinates).stream()
                        .map(part -> FACTORY.createPoint(position(onlyPart(part))))
                        .toArray(Point[]::new));
            case "MULTILINESTRING" ->
                FACTORY.createMultiLineString(
                        parts(coordinates).stream().map(ShapeReader::line).toArray(LineString[]::new));
            case "MULTIPOLYGON" ->
                FACTORY.createMultiPolygon(
                        parts(coordinates).stream().map(ShapeReader::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("\"" + type + "\" is not a kind of geometry that is read");
        };
    }

    private static Polygon polygon(Nest rings) {
        List<LinearRing> read = new ArrayList<>();
        for (Nest ring : parts(rings)) {
            Coordinate[] positions = positions(ring);
            if (positions.length < 4 || !positions[0].equals2D(positions[positions.length - 1])) {
                throw new IllegalArgumentException("a ring has at least four positions and ends where it starts");
            }
            read.add(FACTORY.createLinearRing(positions));
        }
        if (read.isEmpty()) {
            throw new IllegalArgumentException("a polygon has at least one ring");
        }
        return FACTORY.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static LineString line(Nest positions) {
        Coordinate[] read = positions(positions);
        if (read.length < 2) {
            throw new IllegalArgumentException("a line has at least two positions");
        }
        return FACTORY.createLineString(read);
    }

    private static Coordinate[] positions(Nest list) {
        return parts(list).stream().map(ShapeReader::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(Nest nest) {
        return switch (nest) {
            case Position position -> new Coordinate(position.first(), position.second());
            case Nested ignored -> throw new IllegalArgumentException("a position has two numbers");
        };
    }

    private static List<Nest> parts(Nest nest) {
        return switch (nest) {
            case Nested nested -> nested.parts();
            case Position ignored ->
                throw new IllegalArgumentException("the coordinates are not nested as deep as this geometry needs");
        };
    }

    /** Well-known text may or may not write each point of a MULTIPOINT in parentheses of its own. */
    private static Nest onlyPart(Nest nest) {
        return nest instanceof Nested nested && nested.parts().size() == 1
                ? nested.parts().getFirst()
                : nest;
    }
}
