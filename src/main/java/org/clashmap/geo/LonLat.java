package org.clashmap.geo;

/** A position on WGS 84 in degrees; longitude in [-180, 180], latitude in [-90, 90]. */
public record LonLat(double lon, double lat) {
    public LonLat {
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("longitude " + lon + " is not between -180 and 180");
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("latitude " + lat + " is not between -90 and 90");
        }
    }
}
