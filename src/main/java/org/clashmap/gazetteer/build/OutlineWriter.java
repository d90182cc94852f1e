package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Simplifies the polygons of units and writes them as {@code outlines.tsv.gz}: unit id (empty for a piece that belongs to
 * none), country, and the rings of each part as encoded polylines (Google's algorithm with three decimals, about 100 m).
 * All polygons are simplified together, so that neighbours keep one border (Visvalingam–Whyatt over a coverage, JTS).
 */
final class OutlineWriter {
    /** Corners whose triangle is smaller than the square of this go. */
    private static final double TOLERANCE_DEGREES = 0.006;

    private OutlineWriter() {}

    /** Writes the outlines and gives a label point for each country: inside its largest part. */
    static Map<String, double[]> write(
            List<NaturalEarthUnit> shapes, Map<String, List<Geometry>> polygonsOfUnit, StoredFiles files)
            throws IOException {
        IdentityHashMap<Geometry, String> unitOf = new IdentityHashMap<>();
        polygonsOfUnit.forEach((id, list) -> list.forEach(polygon -> unitOf.put(polygon, id)));
        Geometry[] full = shapes.stream().map(NaturalEarthUnit::polygon).toArray(Geometry[]::new);
        Geometry[] simple = CoverageSimplifier.simplify(full, TOLERANCE_DEGREES);
        StringBuilder out = new StringBuilder(4_000_000);
        Map<String, List<Polygon>> ofCountry = new TreeMap<>();
        for (int i = 0; i < simple.length; i++) {
            String country = shapes.get(i).country();
            out.append(unitOf.getOrDefault(full[i], "")).append('\t').append(country);
            Geometry shape = simple[i].isEmpty() ? full[i] : simple[i];
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                Polygon polygon = (Polygon) shape.getGeometryN(part);
                ofCountry.computeIfAbsent(country, key -> new ArrayList<>()).add(polygon);
                out.append('\t').append(encode(polygon));
            }
            out.append('\n');
        }
        files.write("outlines.tsv.gz", out.toString(), simple.length);
        Map<String, double[]> labels = new HashMap<>();
        ofCountry.forEach((country, parts) -> labels.put(country, label(parts)));
        return labels;
    }

    private static double[] label(List<Polygon> parts) {
        Geometry union = CoverageUnion.union(parts.toArray(new Geometry[0]));
        Geometry largest = union.getGeometryN(0);
        for (int i = 1; i < union.getNumGeometries(); i++) {
            if (union.getGeometryN(i).getArea() > largest.getArea()) {
                largest = union.getGeometryN(i);
            }
        }
        Point centroid = largest.getCentroid();
        Point point = largest.contains(centroid) ? centroid : largest.getInteriorPoint();
        return new double[] {point.getX(), point.getY()};
    }

    private static String encode(Polygon polygon) {
        StringBuilder out = new StringBuilder();
        encode(polygon.getExteriorRing(), out);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(' ');
            encode(polygon.getInteriorRingN(i), out);
        }
        return out.toString();
    }

    private static void encode(LinearRing ring, StringBuilder out) {
        long lastX = 0;
        long lastY = 0;
        Set<Long> seen = new HashSet<>();
        for (Coordinate corner : ring.getCoordinates()) {
            long x = Math.round(corner.x * 1000);
            long y = Math.round(corner.y * 1000);
            if (!seen.isEmpty() && x == lastX && y == lastY) {
                continue;
            }
            seen.add(x * 1_000_000 + y);
            number(x - lastX, out);
            number(y - lastY, out);
            lastX = x;
            lastY = y;
        }
    }

    /** Five bits at a time, the sign in the lowest bit, shifted to printable characters from '?'. */
    private static void number(long value, StringBuilder out) {
        long rest = value < 0 ? ~(value << 1) : value << 1;
        while (rest >= 0x20) {
            out.append((char) ((0x20 | (rest & 0x1f)) + 63));
            rest >>= 5;
        }
        out.append((char) (rest + 63));
    }
}
