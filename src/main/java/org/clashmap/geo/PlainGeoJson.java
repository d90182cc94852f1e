package org.clashmap.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/**
 * Writes geometries in the form of GeoJSON as they are: in any reference system, with all decimals and in their own
 * direction, unlike {@link GeoJson}.
 */
public final class PlainGeoJson {
    private PlainGeoJson() {}

    public static void write(JsonGenerator json, Geometry geometry) {
        boolean mixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName(mixed ? "geometries" : "coordinates");
        if (mixed) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            coordinates(json, geometry);
        }
        json.writeEndObject();
    }

    private static void coordinates(JsonGenerator json, Geometry geometry) {
        switch (geometry) {
            case Point point -> position(json, point.getCoordinate());
            case LineString line -> positions(json, line);
            case Polygon polygon -> {
                json.writeStartArray();
                positions(json, polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    positions(json, polygon.getInteriorRingN(i));
                }
                json.writeEndArray();
            }
            case GeometryCollection many -> {
                json.writeStartArray();
                for (int i = 0; i < many.getNumGeometries(); i++) {
                    coordinates(json, many.getGeometryN(i));
                }
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException(geometry.getGeometryType() + " is not written");
        }
    }

    private static void positions(JsonGenerator json, LineString line) {
        json.writeStartArray();
        for (Coordinate coordinate : line.getCoordinates()) {
            position(json, coordinate);
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, Coordinate coordinate) {
        json.writeStartArray();
        json.writeNumber(coordinate.x);
        json.writeNumber(coordinate.y);
        json.writeEndArray();
    }
}
