package org.clashmap.gazetteer.build;

/** Plane measures of rings and lines of {@code {lon, lat}} points. */
final class BasemapRings {
    private BasemapRings() {}

    /** Signed area in square degrees, positive for anticlockwise rings (shoelace formula). */
    static double area(double[][] ring) {
        double twice = 0;
        for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
            twice += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
        }
        return twice / 2;
    }

    /** Area as seen on the ground, in square degrees of the equator. */
    static double groundArea(double[][] ring) {
        double middle = 0;
        for (double[] point : ring) {
            middle += point[1] / ring.length;
        }
        return area(ring) * StrictMath.cos(StrictMath.toRadians(middle));
    }

    /** Length on the ground, in degrees of the equator. */
    static double groundLength(double[][] line) {
        double length = 0;
        for (int i = 1; i < line.length; i++) {
            double shrink = StrictMath.cos(StrictMath.toRadians(line[i][1]));
            length += StrictMath.hypot((line[i][0] - line[i - 1][0]) * shrink, line[i][1] - line[i - 1][1]);
        }
        return length;
    }

    static double[][] reversed(double[][] points) {
        double[][] turned = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            turned[i] = points[points.length - 1 - i];
        }
        return turned;
    }

    static boolean isClosed(double[][] points) {
        double[] first = points[0];
        double[] last = points[points.length - 1];
        return points.length > 2 && first[0] == last[0] && first[1] == last[1];
    }
}
