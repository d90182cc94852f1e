package org.clashmap.gazetteer.build;

import java.util.List;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;

/** Distances and middles of bare coordinates. */
final class Distances {
    private Distances() {}

    static double meters(double lon1, double lat1, double lon2, double lat2) {
        return Geodesy.distanceMeters(new LonLat(lon1, lat1), new LonLat(lon2, lat2));
    }

    /** The median longitude and the median latitude of points that do not cross the date line. */
    static double[] median(List<double[]> points) {
        double[] lons = points.stream().mapToDouble(p -> p[0]).sorted().toArray();
        double[] lats = points.stream().mapToDouble(p -> p[1]).sorted().toArray();
        return new double[] {lons[lons.length / 2], lats[lats.length / 2]};
    }
}
