package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Line simplification by effective area (Visvalingam and Whyatt 1993): the vertex whose triangle with its neighbours is
 * smallest goes first. Areas are measured on the ground, so the far north does not take the bytes of everybody else.
 * End points stay, so lines that meet keep meeting. O(n log n).
 */
final class BasemapSimplifier {
    private static final class Vertex {
        final int index;
        double area;
        int before;
        int after;

        Vertex(int index) {
            this.index = index;
            this.before = index - 1;
            this.after = index + 1;
        }
    }

    private record Entry(double area, int index) {}

    private BasemapSimplifier() {}

    /** The area at which each vertex would go, never less than that of a vertex gone before; infinite at the ends. */
    static double[] effectiveAreas(double[][] points) {
        int n = points.length;
        double[] areas = new double[n];
        Arrays.fill(areas, Double.POSITIVE_INFINITY);
        Vertex[] vertices = new Vertex[n];
        PriorityQueue<Entry> heap = new PriorityQueue<>(
                (a, b) -> a.area != b.area ? Double.compare(a.area, b.area) : Integer.compare(a.index, b.index));
        for (int i = 0; i < n; i++) {
            vertices[i] = new Vertex(i);
        }
        for (int i = 1; i < n - 1; i++) {
            vertices[i].area = triangle(points, i - 1, i, i + 1);
            heap.add(new Entry(vertices[i].area, i));
        }
        double largest = 0;
        for (Entry entry = heap.poll(); entry != null; entry = heap.poll()) {
            Vertex vertex = vertices[entry.index];
            if (entry.area != vertex.area || vertex.before < 0) {
                continue;
            }
            largest = Math.max(largest, entry.area);
            areas[vertex.index] = largest;
            Vertex before = vertices[vertex.before];
            Vertex after = vertices[vertex.after];
            before.after = vertex.after;
            after.before = vertex.before;
            vertex.before = -1;
            for (Vertex touched : List.of(before, after)) {
                if (touched.index > 0 && touched.index < n - 1) {
                    touched.area = triangle(points, touched.before, touched.index, touched.after);
                    heap.add(new Entry(touched.area, touched.index));
                }
            }
        }
        return areas;
    }

    /** Keeps the vertices of at least the given effective area; of a ring at least a triangle. */
    static double[][] keep(double[][] points, double[] areas, double leastArea) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (areas[i] >= leastArea) {
                kept.add(points[i]);
            }
        }
        if (kept.size() < 4 && BasemapRings.isClosed(points) && points.length >= 4) {
            double[] sorted = areas.clone();
            Arrays.sort(sorted);
            return keep(points, areas, Math.min(leastArea, sorted[points.length - 4]));
        }
        return kept.toArray(double[][]::new);
    }

    static double[][] simplify(double[][] points, double leastArea) {
        return keep(points, effectiveAreas(points), leastArea);
    }

    /**
     * Rounds corners by cutting them (Chaikin 1974), keeping end points; for lines whose source was rounded to a coarse
     * grid, so that they do not show its steps.
     */
    static double[][] smooth(double[][] points, int rounds) {
        double[][] line = points;
        for (int round = 0; round < rounds; round++) {
            List<double[]> cut = new ArrayList<>();
            cut.add(line[0]);
            for (int i = 0; i + 1 < line.length; i++) {
                cut.add(between(line[i], line[i + 1], 0.25));
                cut.add(between(line[i], line[i + 1], 0.75));
            }
            cut.add(line[line.length - 1]);
            line = cut.toArray(double[][]::new);
        }
        return line;
    }

    private static double[] between(double[] a, double[] b, double share) {
        return new double[] {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share};
    }

    private static double triangle(double[][] points, int a, int b, int c) {
        double[] p = points[a];
        double[] q = points[b];
        double[] r = points[c];
        double shrink = StrictMath.cos(StrictMath.toRadians(q[1]));
        return Math.abs((q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1])) / 2 * shrink;
    }
}
