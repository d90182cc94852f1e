package org.clashmap.geo;

/**
 * A box in degrees. When {@code west > east} the box crosses the date line, as in RFC 7946 section 5.2.
 */
public record BoundingBox(double west, double south, double east, double north) {
    public static final BoundingBox WORLD = new BoundingBox(-180, -90, 180, 90);

    public BoundingBox {
        new LonLat(west, south);
        new LonLat(east, north);
        if (south > north) {
            throw new IllegalArgumentException("south " + south + " is greater than north " + north);
        }
    }

    public boolean crossesDateLine() {
        return west > east;
    }

    public boolean contains(double lon, double lat) {
        if (lat < south || lat > north) {
            return false;
        }
        return crossesDateLine() ? lon >= west || lon <= east : lon >= west && lon <= east;
    }
}
