package org.clashmap.event.publish;

import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A fixed grid over the world for places that may only be shown roughly. Rows of equal latitude; in each the cells are as
 * wide as they are high, so that a cell near the poles is no smaller than one at the equator. The same position always
 * falls into the same cell, and nothing about where in it can be learnt from many looks. Immutable.
 *
 * @param rowDegrees height of a row, in degrees; divides 180
 */
record Grid(double rowDegrees) {
    /** 0.05° are 5.6 km. */
    static final Grid FIVE_KM = new Grid(0.05);
    /** 0.2° are 22 km. */
    static final Grid TWENTY_KM = new Grid(0.2);

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** A cell: its middle and its outline. */
    record Cell(LonLat middle, Polygon outline) {}

    Cell of(LonLat position) {
        int rows = (int) Math.round(180 / rowDegrees);
        int row = Math.clamp((long) Math.floor((position.lat() + 90) / rowDegrees), 0, rows - 1);
        double south = -90 + row * rowDegrees;
        double north = south + rowDegrees;
        double middleLat = (south + north) / 2;
        int columns = Math.max(1, (int) Math.floor(360 * Math.cos(Math.toRadians(middleLat)) / rowDegrees));
        double width = 360.0 / columns;
        int column = Math.clamp((long) Math.floor((position.lon() + 180) / width), 0, columns - 1);
        double west = -180 + column * width;
        double east = Math.min(180, west + width);
        Polygon outline = FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(round(west), round(south)),
            new Coordinate(round(east), round(south)),
            new Coordinate(round(east), round(north)),
            new Coordinate(round(west), round(north)),
            new Coordinate(round(west), round(south))
        });
        return new Cell(new LonLat(round((west + east) / 2), round(middleLat)), outline);
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
