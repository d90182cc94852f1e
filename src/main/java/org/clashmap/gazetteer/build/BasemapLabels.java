package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The table of labels: rows of style, first zoom, longitude, latitude, name, Ukrainian name, Russian name; lowest zoom and
 * heaviest first. A country's name is its ISO code, since browsers know countries in every language. The last two columns
 * are empty where the name is not known.
 */
final class BasemapLabels {
    private static final String HEADER = "#style\tzoom\tlon\tlat\tname\tuk\tru";
    /** How much wider than high a label is: the point is looked for in a map squeezed by this. */
    private static final double LABEL_SHAPE = 2.2;
    /** Degrees of inscribed radius that a country's name needs at zoom 3; halves with every zoom. */
    private static final double ROOM_AT_ZOOM_3 = 2.6;

    /** Labels of low zooms come first and soon; those of high zooms are many and only fetched when needed. */
    enum File {
        FAR("labels.tsv", 0, 8),
        NEAR("labels-near.tsv", 9, 10);

        final String fileName;
        final int firstZoom;
        final int lastZoom;

        File(String fileName, int firstZoom, int lastZoom) {
            this.fileName = fileName;
            this.firstZoom = firstZoom;
            this.lastZoom = lastZoom;
        }
    }

    record Row(int zoom, long weight, String text) {}

    private BasemapLabels() {}

    static List<Row> rows(
            List<BasemapTerritory> territories,
            List<BasemapArcs.Arc> arcs,
            List<BasemapCity> cities,
            Map<Integer, List<String>> namesByHand,
            List<String> waters)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        addCountries(territories, arcs, rows);
        addWaters(waters, rows);
        addCities(cities, namesByHand, rows);
        rows.sort(Comparator.comparingInt(Row::zoom)
                .thenComparing(Comparator.comparingLong(Row::weight).reversed())
                .thenComparing(Row::text));
        return rows;
    }

    static String table(List<Row> rows, File file) {
        StringBuilder table = new StringBuilder(HEADER).append('\n');
        for (Row row : rows) {
            if (row.zoom >= file.firstZoom && row.zoom <= file.lastZoom) {
                table.append(row.text).append('\n');
            }
        }
        return table.toString();
    }

    private static void addCities(List<BasemapCity> cities, Map<Integer, List<String>> namesByHand, List<Row> rows) {
        List<BasemapCity> ordered = new ArrayList<>(cities);
        ordered.sort(BasemapCity.BY_WEIGHT);
        int[] zooms = BasemapPlacement.zooms(ordered);
        for (int i = 0; i < zooms.length; i++) {
            if (zooms[i] > 0) {
                BasemapCity city = ordered.get(i);
                List<String> byHand = namesByHand.get(city.id());
                String uk = byHand != null ? byHand.get(0) : BasemapNames.ukrainian(city);
                String ru = byHand != null ? byHand.get(1) : BasemapNames.russian(city);
                rows.add(new Row(
                        zooms[i],
                        city.weight(),
                        text(
                                city.kind().letter,
                                zooms[i],
                                city.lon(),
                                city.lat(),
                                plain(city.name()),
                                uk == null ? "" : uk,
                                ru == null ? "" : ru)));
            }
        }
    }

    /** Slavic soft signs, which GeoNames writes as apostrophes, are left out; N'Djamena keeps its own. */
    static String plain(String name) {
        return name.replace("’", "").replace("`", "").replaceAll("'(?!\\p{Lu})", "");
    }

    /** Seas and oceans, hand-made: zoom, lon, lat, name, Ukrainian, Russian. */
    private static void addWaters(List<String> lines, List<Row> rows) throws IOException {
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 6) {
                throw new IOException("waters: '" + line + "' needs 6 columns");
            }
            int zoom = Integer.parseInt(cells[0]);
            double lon = Double.parseDouble(cells[1]);
            double lat = Double.parseDouble(cells[2]);
            rows.add(new Row(zoom, 1L << 40, text("o", zoom, lon, lat, cells[3], cells[4], cells[5])));
        }
    }

    private static void addCountries(List<BasemapTerritory> territories, List<BasemapArcs.Arc> arcs, List<Row> rows) {
        Map<String, List<double[][]>> outlines = new TreeMap<>();
        for (BasemapArcs.Arc arc : arcs) {
            String left = territories.get(arc.left).country();
            String right = arc.right < 0 ? "" : territories.get(arc.right).country();
            if (!left.equals(right)) {
                outlines.computeIfAbsent(left, c -> new ArrayList<>()).add(arc.points);
                if (!right.isEmpty()) {
                    outlines.computeIfAbsent(right, c -> new ArrayList<>()).add(BasemapRings.reversed(arc.points));
                }
            }
        }
        outlines.forEach((country, lines) -> {
            if (country.length() == 2) {
                BasemapArcs.rings(lines).stream()
                        .max(Comparator.comparingDouble(BasemapRings::groundArea))
                        .ifPresent(ring -> rows.add(countryRow(country, ring)));
            }
        });
    }

    private static Row countryRow(String country, double[][] ring) {
        double[][] outline = BasemapSimplifier.simplify(ring, 2e-3);
        double shrink = StrictMath.cos(StrictMath.toRadians(outline[0][1])) / LABEL_SHAPE;
        Coordinate[] corners = new Coordinate[outline.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(outline[i][0] * shrink, outline[i][1]);
        }
        MaximumInscribedCircle circle = new MaximumInscribedCircle(new GeometryFactory().createPolygon(corners), 0.02);
        Point centre = circle.getCenter();
        double radius = circle.getRadiusLine().getLength();
        int zoom = 2;
        while (zoom < 8 && radius * (1 << zoom) < ROOM_AT_ZOOM_3 * 8) {
            zoom++;
        }
        long weight = (1L << 41) + Math.round(BasemapRings.groundArea(ring) * 1000);
        return new Row(zoom, weight, text("n", zoom, centre.getX() / shrink, centre.getY(), country, "", ""));
    }

    private static String text(String style, int zoom, double lon, double lat, String name, String uk, String ru) {
        return String.format(Locale.ROOT, "%s\t%d\t%.3f\t%.3f\t%s\t%s\t%s", style, zoom, lon, lat, name, uk, ru);
    }
}
