package org.clashmap.gazetteer.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The lines between neighbouring territories, each once: the polygons of the source share their vertices exactly, so an
 * edge with land on one side only is coast, one between two countries a border, and so on. Edges are chained to arcs from
 * junction to junction, so that simplifying an arc moves both its neighbours alike and leaves no gaps.
 *
 * <p>Coast arcs run with the land on their left. Points are rounded to 1e-5 degrees, the precision of the source. Order
 * follows the source; equal input gives equal output.
 */
final class BasemapArcs {
    /** An arc between junctions, or closed. The territory on the left; on the right -1 at the coast. */
    static final class Arc {
        final BasemapLine kind;
        final double[][] points;
        final int left;
        final int right;

        Arc(BasemapLine kind, double[][] points, int left, int right) {
            this.kind = kind;
            this.points = points;
            this.left = left;
            this.right = right;
        }
    }

    private static final double PRECISION = 1e5;
    /** Units that the source would show only beyond this zoom are drawn as small ones. */
    private static final double SMALL_FROM_ZOOM = 8.5;

    private final List<BasemapTerritory> territories;
    private final BasemapDisputes disputes;
    private final Map<Long, Integer> vertexIds = new HashMap<>();
    private final List<double[]> vertices = new ArrayList<>();
    private final Map<Long, Integer> edgeIds = new HashMap<>();
    private int[] from = new int[1 << 16];
    private int[] to = new int[1 << 16];
    private int[] left = new int[1 << 16];
    private int[] right = new int[1 << 16];

    private BasemapArcs(List<BasemapTerritory> territories, BasemapDisputes disputes) {
        this.territories = territories;
        this.disputes = disputes;
    }

    static List<Arc> of(List<BasemapTerritory> territories, BasemapDisputes disputes) {
        BasemapArcs arcs = new BasemapArcs(territories, disputes);
        for (int i = 0; i < territories.size(); i++) {
            for (double[][] ring : territories.get(i).rings()) {
                arcs.addRing(ring, i);
            }
        }
        return arcs.chain();
    }

    /** Joins coast arcs (or others with a consistent left side) to closed rings, outer ones anticlockwise. */
    static List<double[][]> rings(List<double[][]> arcs) {
        Map<String, Deque<Integer>> byStart = new HashMap<>();
        for (int i = 0; i < arcs.size(); i++) {
            byStart.computeIfAbsent(key(arcs.get(i)[0]), start -> new ArrayDeque<>())
                    .add(i);
        }
        boolean[] used = new boolean[arcs.size()];
        List<double[][]> rings = new ArrayList<>();
        for (int first = 0; first < arcs.size(); first++) {
            if (used[first]) {
                continue;
            }
            List<double[]> points = new ArrayList<>();
            Integer next = first;
            while (next != null && !used[next]) {
                used[next] = true;
                double[][] arc = arcs.get(next);
                points.addAll(Arrays.asList(arc).subList(points.isEmpty() ? 0 : 1, arc.length));
                Deque<Integer> following = byStart.get(key(arc[arc.length - 1]));
                next = null;
                while (following != null && next == null && !following.isEmpty()) {
                    Integer candidate = following.poll();
                    next = used[candidate] ? null : candidate;
                }
            }
            if (points.size() >= 4) {
                rings.add(points.toArray(double[][]::new));
            }
        }
        return rings;
    }

    private static String key(double[] point) {
        return point[0] + " " + point[1];
    }

    private void addRing(double[][] ring, int territory) {
        int before = vertex(ring[0]);
        for (int i = 1; i < ring.length; i++) {
            int at = vertex(ring[i]);
            if (at != before) {
                addEdge(before, at, territory);
            }
            before = at;
        }
    }

    private int vertex(double[] point) {
        long x = Math.round(point[0] * PRECISION);
        long y = Math.round(point[1] * PRECISION);
        Integer found = vertexIds.putIfAbsent(x << 32 ^ (y & 0xffffffffL), vertices.size());
        if (found != null) {
            return found;
        }
        vertices.add(new double[] {x / PRECISION, y / PRECISION});
        return vertices.size() - 1;
    }

    private void addEdge(int a, int b, int territory) {
        int id = edgeIds.size();
        Integer found = edgeIds.putIfAbsent((long) Math.min(a, b) << 32 | Math.max(a, b), id);
        if (found != null) {
            right[found] = territory;
            return;
        }
        if (id == from.length) {
            from = Arrays.copyOf(from, id * 2);
            to = Arrays.copyOf(to, id * 2);
            left = Arrays.copyOf(left, id * 2);
            right = Arrays.copyOf(right, id * 2);
        }
        from[id] = a;
        to[id] = b;
        left[id] = territory;
        right[id] = -1;
    }

    private List<Arc> chain() {
        int edges = edgeIds.size();
        int[] firstAt = new int[vertices.size() + 1];
        for (int e = 0; e < edges; e++) {
            firstAt[from[e] + 1]++;
            firstAt[to[e] + 1]++;
        }
        for (int v = 0; v < vertices.size(); v++) {
            firstAt[v + 1] += firstAt[v];
        }
        int[] edgesAt = new int[2 * edges];
        int[] filled = firstAt.clone();
        for (int e = 0; e < edges; e++) {
            edgesAt[filled[from[e]]++] = e;
            edgesAt[filled[to[e]]++] = e;
        }
        boolean[] used = new boolean[edges];
        List<Arc> arcs = new ArrayList<>();
        for (int e = 0; e < edges; e++) {
            if (!used[e]) {
                used[e] = true;
                Deque<Integer> path = new ArrayDeque<>();
                path.add(from[e]);
                path.add(to[e]);
                walk(e, to[e], firstAt, edgesAt, used, path::addLast);
                walk(e, from[e], firstAt, edgesAt, used, path::addFirst);
                double[][] points = path.stream().map(vertices::get).toArray(double[][]::new);
                // A slit within one territory is no line of the map.
                if (left[e] != right[e]) {
                    arcs.add(new Arc(kind(e), points, left[e], right[e]));
                }
            }
        }
        return arcs;
    }

    /** Goes on over vertices with exactly two edges; a junction ends the arc. */
    private void walk(int edge, int vertex, int[] firstAt, int[] edgesAt, boolean[] used, IntConsumer add) {
        int at = vertex;
        int last = edge;
        while (firstAt[at + 1] - firstAt[at] == 2) {
            int one = edgesAt[firstAt[at]];
            int next = one == last ? edgesAt[firstAt[at] + 1] : one;
            if (used[next]) {
                return;
            }
            used[next] = true;
            at = from[next] == at ? to[next] : from[next];
            add.accept(at);
            last = next;
        }
    }

    private BasemapLine kind(int edge) {
        if (right[edge] < 0) {
            return BasemapLine.LAND;
        }
        BasemapTerritory one = territories.get(left[edge]);
        BasemapTerritory other = territories.get(right[edge]);
        if (disputes.isDisputed(one, other)) {
            return BasemapLine.DISPUTED;
        }
        if (!one.country().equals(other.country())) {
            return BasemapLine.COUNTRY;
        }
        return Math.min(one.minZoom(), other.minZoom()) > SMALL_FROM_ZOOM
                ? BasemapLine.ADMIN1_SMALL
                : BasemapLine.ADMIN1;
    }
}
