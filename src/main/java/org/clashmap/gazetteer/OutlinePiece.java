package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * One polygon of a unit: rings of corners in thousandths of a degree, x and y in turn, the outer ring first.
 *
 * @param box west, south, east, north in thousandths
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one piece, never changed and never compared
record OutlinePiece(String unit, String country, List<int[]> rings, int[] box) {
    private static final double SCALE = 1000;

    /** Reads a line of the stored outlines: unit, country, then a polygon in each cell, its rings encoded polylines. */
    static void parse(String line, List<OutlinePiece> into) {
        String[] cells = line.split("\t", -1);
        for (int cell = 2; cell < cells.length; cell++) {
            List<int[]> rings = new ArrayList<>();
            for (String ring : cells[cell].split(" ", -1)) {
                int[] corners = decode(ring);
                if (corners.length >= 8) {
                    rings.add(corners);
                } else if (rings.isEmpty()) {
                    // Too small for this scale: an islet that rounding has flattened.
                    break;
                }
            }
            if (!rings.isEmpty()) {
                into.add(new OutlinePiece(cells[0], cells[1], rings, boxOf(rings.getFirst())));
            }
        }
    }

    private static int[] decode(String ring) {
        int[] corners = new int[ring.length()];
        int size = 0;
        int at = 0;
        int[] last = new int[2];
        while (at < ring.length()) {
            int value = 0;
            int shift = 0;
            int bits;
            do {
                bits = ring.charAt(at++) - 63;
                value |= (bits & 0x1f) << shift;
                shift += 5;
            } while (bits >= 0x20);
            last[size & 1] += (value & 1) == 0 ? value >> 1 : ~(value >> 1);
            corners[size] = last[size & 1];
            size++;
        }
        return Arrays.copyOf(corners, size);
    }

    private static int[] boxOf(int[] ring) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (int i = 0; i < ring.length; i += 2) {
            box[0] = Math.min(box[0], ring[i]);
            box[1] = Math.min(box[1], ring[i + 1]);
            box[2] = Math.max(box[2], ring[i]);
            box[3] = Math.max(box[3], ring[i + 1]);
        }
        return box;
    }

    /** Visits each cell of a degree that comes within a distance of the box. */
    void eachCell(double meters, IntConsumer visit) {
        double up = meters / 111_000;
        double south = box[1] / SCALE - up;
        double north = box[3] / SCALE + up;
        double aside = up / Math.max(0.05, Math.cos(Math.toRadians(Math.max(Math.abs(south), Math.abs(north)))));
        for (int line = line(south); line <= line(north); line++) {
            for (int column = column(box[0] / SCALE - aside); column <= column(box[2] / SCALE + aside); column++) {
                visit.accept(line * 360 + column);
            }
        }
    }

    /** The cell of a degree that a position lies in, counted line by line from the south-west. */
    static int cellOf(LonLat position) {
        return line(position.lat()) * 360 + column(position.lon());
    }

    private static int line(double lat) {
        return Math.clamp((int) Math.floor(lat + 90), 0, 179);
    }

    private static int column(double lon) {
        return Math.clamp((int) Math.floor(lon + 180), 0, 359);
    }

    /** False when a position is farther from the box than a distance; true says nothing yet. */
    boolean mayBeWithin(LonLat position, double meters) {
        double x = position.lon() * SCALE;
        double y = position.lat() * SCALE;
        double up = meters / 111_000 * SCALE;
        double aside = up / Math.max(0.05, Math.cos(Math.toRadians(position.lat())));
        return x >= box[0] - aside && x <= box[2] + aside && y >= box[1] - up && y <= box[3] + up;
    }

    /** Ray casting over all rings, so that holes count as outside. */
    boolean contains(LonLat position) {
        double x = position.lon() * SCALE;
        double y = position.lat() * SCALE;
        boolean inside = false;
        for (int[] ring : rings) {
            int last = ring.length - 2;
            for (int i = 0, j = last; i < ring.length; j = i, i += 2) {
                boolean crosses = ring[i + 1] > y != ring[j + 1] > y;
                if (crosses
                        && x
                                < (ring[j] - (double) ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1])
                                        + ring[i]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** The distance to the nearest border, on a plane around the position; good for a few kilometres. */
    double metersFromBorder(LonLat position) {
        double metersPerUnit = Math.PI * Geodesy.MEAN_RADIUS_METERS / 180 / SCALE;
        double shrink = Math.cos(Math.toRadians(position.lat()));
        double x = position.lon() * SCALE;
        double y = position.lat() * SCALE;
        double least = Double.MAX_VALUE;
        for (int[] ring : rings) {
            for (int i = 2; i < ring.length; i += 2) {
                double ax = (ring[i - 2] - x) * shrink;
                double ay = ring[i - 1] - y;
                double bx = (ring[i] - x) * shrink;
                double by = ring[i + 1] - y;
                double dx = bx - ax;
                double dy = by - ay;
                double along =
                        dx == 0 && dy == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
                least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy));
            }
        }
        return least * metersPerUnit;
    }

    Geometry polygon(GeometryFactory factory) {
        List<LinearRing> made = rings.stream().map(ring -> ring(ring, factory)).toList();
        Polygon polygon = factory.createPolygon(
                made.getFirst(), made.subList(1, made.size()).toArray(new LinearRing[0]));
        return polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
    }

    private static LinearRing ring(int[] ring, GeometryFactory factory) {
        boolean closed = ring[0] == ring[ring.length - 2] && ring[1] == ring[ring.length - 1];
        Coordinate[] line = new Coordinate[ring.length / 2 + (closed ? 0 : 1)];
        for (int i = 0; i < ring.length / 2; i++) {
            line[i] = new Coordinate(ring[2 * i] / SCALE, ring[2 * i + 1] / SCALE);
        }
        line[line.length - 1] = new Coordinate(line[0]);
        return factory.createLinearRing(line);
    }
}
