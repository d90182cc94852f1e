package org.clashmap.map;

/**
 * Web Mercator on a square of 2^30 units, from the north-west, and the order of its cells along a Z-shaped curve
 * (G. M. Morton, A Computer Oriented Geodetic Data Base, 1966). What lies beyond its edge at 85.0511° is put on the edge.
 */
final class Mercator {
    static final int BITS = 30;
    static final int CURVE_BITS = 20;

    private static final double WORLD = 1 << BITS;

    private Mercator() {}

    static int x(int microLon) {
        return clamp((microLon / 360e6 + 0.5) * WORLD);
    }

    static int y(int microLat) {
        double sine = Math.sin(Math.toRadians(microLat / 1e6));
        return clamp((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD);
    }

    private static int clamp(double value) {
        // At the south pole the logarithm is infinite; the cast of a double takes care of that.
        return (int) Math.max(0, Math.min(WORLD - 1, Math.floor(value)));
    }

    static double lon(double x) {
        return (x / WORLD - 0.5) * 360;
    }

    static double lat(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / WORLD))));
    }

    /** The place on the curve of the cell of 2^10 units: 40 bits. */
    static long curve(int x, int y) {
        return spread(x >>> (BITS - CURVE_BITS)) | spread(y >>> (BITS - CURVE_BITS)) << 1;
    }

    /** Puts a zero before each of 32 bits. */
    private static long spread(int bits) {
        long wide = bits & 0xFFFFFFFFL;
        wide = (wide | wide << 16) & 0x0000FFFF0000FFFFL;
        wide = (wide | wide << 8) & 0x00FF00FF00FF00FFL;
        wide = (wide | wide << 4) & 0x0F0F0F0F0F0F0F0FL;
        wide = (wide | wide << 2) & 0x3333333333333333L;
        return (wide | wide << 1) & 0x5555555555555555L;
    }
}
