package org.clashmap.gazetteer.build;

import java.util.List;

/** Distances good enough to tell near from far while building: on a sphere, within 0.5 %. */
final class Distances {
    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    private Distances() {}

    static double meters(double lon1, double lat1, double lon2, double lat2) {
        double dLat = Math.toRadians(lat2 - lat1);
        double dLon = Math.toRadians(lon2 - lon1);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    /** The median longitude and the median latitude of points that do not cross the date line. */
    static double[] median(List<double[]> points) {
        double[] lons = points.stream().mapToDouble(p -> p[0]).sorted().toArray();
        double[] lats = points.stream().mapToDouble(p -> p[1]).sorted().toArray();
        return new double[] {lons[lons.length / 2], lats[lats.length / 2]};
    }
}
