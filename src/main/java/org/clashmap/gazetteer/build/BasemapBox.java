package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle in degrees that cuts rings and lines to itself. Rings are cut by Sutherland and Hodgman's method (1974),
 * which works on any ring, even one that crosses itself; a concave ring may get parts joined along the edge of the box,
 * of no area.
 */
record BasemapBox(double west, double south, double east, double north) {
    /** The edges in order west, east, south, north. */
    private static final int EDGES = 4;

    boolean meets(BasemapBox other) {
        return west <= other.east && east >= other.west && south <= other.north && north >= other.south;
    }

    /** The smallest box around points. */
    static BasemapBox around(double[][] points) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (double[] point : points) {
            west = Math.min(west, point[0]);
            east = Math.max(east, point[0]);
            south = Math.min(south, point[1]);
            north = Math.max(north, point[1]);
        }
        return new BasemapBox(west, south, east, north);
    }

    /** The part of a closed ring within the box, not closed, empty when there is none. */
    List<double[]> clipRing(List<double[]> ring) {
        List<double[]> points = ring;
        for (int edge = 0; edge < EDGES && !points.isEmpty(); edge++) {
            points = clipRingAt(points, edge);
        }
        return points;
    }

    /** The parts of a line within the box. */
    List<List<double[]>> clipLine(double[][] line) {
        List<List<double[]>> parts = new ArrayList<>();
        List<double[]> part = new ArrayList<>();
        for (int i = 1; i < line.length; i++) {
            double[] range = inside(line[i - 1], line[i]);
            if (range.length == 0) {
                part = finish(part, parts);
                continue;
            }
            if (part.isEmpty()) {
                part.add(along(line[i - 1], line[i], range[0]));
            }
            part.add(along(line[i - 1], line[i], range[1]));
            if (range[1] < 1) {
                part = finish(part, parts);
            }
        }
        finish(part, parts);
        return parts;
    }

    private static List<double[]> finish(List<double[]> part, List<List<double[]>> parts) {
        if (part.size() > 1) {
            parts.add(part);
        }
        return part.isEmpty() ? part : new ArrayList<>();
    }

    /** The share of a segment from and to which it is in the box (Liang and Barsky 1984); empty when it misses it. */
    private double[] inside(double[] a, double[] b) {
        double enter = 0;
        double leave = 1;
        for (int edge = 0; edge < EDGES; edge++) {
            double da = depth(a, edge);
            double db = depth(b, edge);
            if (da < 0 && db < 0) {
                return new double[0];
            }
            if (da < 0) {
                enter = Math.max(enter, da / (da - db));
            } else if (db < 0) {
                leave = Math.min(leave, da / (da - db));
            }
        }
        return enter < leave ? new double[] {enter, leave} : new double[0];
    }

    private List<double[]> clipRingAt(List<double[]> ring, int edge) {
        List<double[]> kept = new ArrayList<>();
        double[] before = ring.get(ring.size() - 1);
        double depthBefore = depth(before, edge);
        for (double[] point : ring) {
            double depth = depth(point, edge);
            if (depth >= 0 != depthBefore >= 0) {
                kept.add(along(before, point, depthBefore / (depthBefore - depth)));
            }
            if (depth >= 0) {
                kept.add(point);
            }
            before = point;
            depthBefore = depth;
        }
        return kept;
    }

    /** How far a point lies inside an edge; negative outside. */
    private double depth(double[] point, int edge) {
        return switch (edge) {
            case 0 -> point[0] - west;
            case 1 -> east - point[0];
            case 2 -> point[1] - south;
            default -> north - point[1];
        };
    }

    private static double[] along(double[] a, double[] b, double share) {
        return share <= 0
                ? a
                : share >= 1 ? b : new double[] {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share};
    }
}
