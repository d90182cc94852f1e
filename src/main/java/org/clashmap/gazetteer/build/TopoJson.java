package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A TopoJSON topology (format version 1), decoded to plain coordinates: arcs are undone from their deltas and their
 * quantisation, and stitched to lines and rings. Coordinates are {@code {lon, lat}} in degrees. Immutable.
 */
final class TopoJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode objects;
    private final List<double[][]> arcs;

    private TopoJson(JsonNode objects, List<double[][]> arcs) {
        this.objects = objects;
        this.arcs = arcs;
    }

    static TopoJson read(InputStream in) throws IOException {
        JsonNode root = JSON.readTree(in);
        if (!"Topology".equals(root.path("type").asString(""))) {
            throw new IOException(
                    "not TopoJSON: its type is '" + root.path("type").asString("") + "', expected 'Topology'");
        }
        List<double[][]> arcs = new ArrayList<>();
        for (JsonNode arc : root.path("arcs")) {
            arcs.add(decode(arc, root.path("transform")));
        }
        return new TopoJson(root.path("objects"), arcs);
    }

    /** All lines of the named object, each geometry's parts one after the other. */
    List<double[][]> lines(String object) throws IOException {
        List<double[][]> lines = new ArrayList<>();
        for (JsonNode geometry : geometries(object)) {
            JsonNode arcsOf = geometry.path("arcs");
            switch (geometry.path("type").asString("")) {
                case "LineString" -> lines.add(stitch(arcsOf));
                case "MultiLineString" -> arcsOf.forEach(line -> lines.add(stitch(line)));
                default -> throw unexpected(geometry, object);
            }
        }
        return lines;
    }

    /** All rings of the named object's polygons, outer rings and holes alike, closed, in the winding of the source. */
    List<double[][]> rings(String object) throws IOException {
        List<double[][]> rings = new ArrayList<>();
        for (JsonNode geometry : geometries(object)) {
            JsonNode arcsOf = geometry.path("arcs");
            switch (geometry.path("type").asString("")) {
                case "Polygon" -> arcsOf.forEach(ring -> rings.add(stitch(ring)));
                case "MultiPolygon" ->
                    arcsOf.forEach(polygon -> polygon.forEach(ring -> {
                        if (!ring.isEmpty()) {
                            rings.add(stitch(ring));
                        }
                    }));
                default -> throw unexpected(geometry, object);
            }
        }
        return rings;
    }

    private JsonNode geometries(String object) throws IOException {
        JsonNode found = objects.path(object);
        if (found.isMissingNode()) {
            throw new IOException("the topology has no object '" + object + "', only " + objects.propertyNames());
        }
        return found.path("geometries");
    }

    private static IOException unexpected(JsonNode geometry, String object) {
        return new IOException(
                "object '" + object + "' holds a " + geometry.path("type").asString("") + " where none is expected");
    }

    /** Joins arcs; a negative index ~i means arc i backwards. The point that two arcs share is kept once. */
    private double[][] stitch(JsonNode indices) {
        List<double[]> points = new ArrayList<>();
        for (JsonNode index : indices) {
            int at = index.asInt();
            double[][] arc = arcs.get(at < 0 ? ~at : at);
            for (int i = points.isEmpty() ? 0 : 1; i < arc.length; i++) {
                points.add(arc[at < 0 ? arc.length - 1 - i : i]);
            }
        }
        return points.toArray(double[][]::new);
    }

    private static double[][] decode(JsonNode arc, JsonNode transform) {
        boolean quantised = !transform.isMissingNode();
        double scaleX = quantised ? transform.path("scale").path(0).asDouble() : 1;
        double scaleY = quantised ? transform.path("scale").path(1).asDouble() : 1;
        double originX = quantised ? transform.path("translate").path(0).asDouble() : 0;
        double originY = quantised ? transform.path("translate").path(1).asDouble() : 0;
        double[][] points = new double[arc.size()][];
        double x = 0;
        double y = 0;
        for (int i = 0; i < points.length; i++) {
            double dx = arc.get(i).get(0).asDouble();
            double dy = arc.get(i).get(1).asDouble();
            x = quantised ? x + dx : dx;
            y = quantised ? y + dy : dy;
            points[i] = new double[] {x * scaleX + originX, y * scaleY + originY};
        }
        return points;
    }
}
