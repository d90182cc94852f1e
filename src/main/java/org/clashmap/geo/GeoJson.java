package org.clashmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Geometries as GeoJSON (RFC 7946): longitude first, six decimals (11 cm), outer rings counter-clockwise, no heights.
 * Points, lines, polygons and their Multi forms; no nested collections. Safe for many threads.
 */
public final class GeoJson {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double SCALE = 1e6;

    private GeoJson() {}

    /** A coordinate rounded to the six decimals that are written. */
    public static double round(double degrees) {
        return Math.round(degrees * SCALE) / SCALE;
    }

    /** Writes a geometry, or null when there is none or it is empty. */
    public static void write(JsonGenerator json, @Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName("coordinates");
        coordinates(json, geometry);
        json.writeEndObject();
    }

    /** Writes a position as a Point, or null. */
    public static void write(JsonGenerator json, @Nullable LonLat position) {
        if (position == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", "Point");
        json.writeName("coordinates");
        position(json, position.lon(), position.lat());
        json.writeEndObject();
    }

    private static void coordinates(JsonGenerator json, Geometry geometry) {
        switch (geometry) {
            case Point point -> position(json, point.getX(), point.getY());
            case LineString line -> line(json, line.getCoordinateSequence(), false);
            case Polygon polygon -> polygon(json, polygon);
            case GeometryCollection many -> {
                if (many.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
                    throw new IllegalArgumentException("a GeometryCollection is not written; use a Multi geometry");
                }
                json.writeStartArray();
                for (int i = 0; i < many.getNumGeometries(); i++) {
                    if (!many.getGeometryN(i).isEmpty()) {
                        coordinates(json, many.getGeometryN(i));
                    }
                }
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException(geometry.getGeometryType() + " is not written");
        }
    }

    private static void polygon(JsonGenerator json, Polygon polygon) {
        json.writeStartArray();
        ring(json, polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(json, polygon.getInteriorRingN(i), false);
        }
        json.writeEndArray();
    }

    private static void ring(JsonGenerator json, LinearRing ring, boolean counterClockwise) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        line(json, sequence, Orientation.isCCW(sequence) != counterClockwise);
    }

    private static void line(JsonGenerator json, CoordinateSequence sequence, boolean reversed) {
        json.writeStartArray();
        int size = sequence.size();
        for (int i = 0; i < size; i++) {
            int at = reversed ? size - 1 - i : i;
            position(json, sequence.getX(at), sequence.getY(at));
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, double lon, double lat) {
        json.writeStartArray();
        json.writeNumber(round(lon));
        json.writeNumber(round(lat));
        json.writeEndArray();
    }

    /**
     * Reads a geometry; null for JSON null.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    public static @Nullable Geometry read(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        String type = node.path("type").asString("");
        JsonNode coordinates = node.path("coordinates");
        if (!coordinates.isArray()) {
            throw new IllegalArgumentException("a geometry of type \"" + type + "\" has no array of coordinates");
        }
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position(coordinates));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates));
            case "LineString" -> FACTORY.createLineString(positions(coordinates));
            case "MultiLineString" -> {
                List<LineString> lines = new ArrayList<>();
                coordinates.forEach(line -> lines.add(FACTORY.createLineString(positions(line))));
                yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
            }
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                coordinates.forEach(polygon -> polygons.add(polygon(polygon)));
                yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default -> throw new IllegalArgumentException("geometry type \"" + type + "\" is not one that is read");
        };
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        rings.forEach(ring -> read.add(FACTORY.createLinearRing(positions(ring))));
        if (read.isEmpty()) {
            throw new IllegalArgumentException("a polygon without a ring");
        }
        return FACTORY.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] positions(JsonNode array) {
        Coordinate[] positions = new Coordinate[array.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position(array.path(i));
        }
        return positions;
    }

    private static Coordinate position(JsonNode pair) {
        if (pair.size() < 2 || !pair.path(0).isNumber() || !pair.path(1).isNumber()) {
            throw new IllegalArgumentException(pair + " is not a position of longitude and latitude");
        }
        LonLat checked = new LonLat(pair.path(0).asDouble(), pair.path(1).asDouble());
        return new Coordinate(checked.lon(), checked.lat());
    }
}
