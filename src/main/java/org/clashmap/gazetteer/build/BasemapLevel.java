package org.clashmap.gazetteer.build;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One level of detail as it is stored: the world cut into cells of equal degrees, so that a reader decodes only the cells
 * in view. Coordinates are whole units counted from the cell's south-western corner, stored as differences in
 * variable-length integers.
 *
 * <p>Format, all numbers unsigned LEB128 unless said otherwise: "CMB1", cell size in degrees, units per degree, overlap in
 * units, number of cells; per cell its column (from 180° west), row (from 90° south) and length in bytes; then the cells.
 * A cell holds, for each kind of {@link BasemapLine} in order, the number of parts, and per part the number of points and
 * the zigzag differences of x and y from the point before. Rings are not closed. They reach over the cell by the overlap,
 * so that neighbours leave no seam.
 */
final class BasemapLevel {
    static final String MAGIC = "CMB1";
    /** Web Mercator ends here. */
    private static final double LAST_LATITUDE = 85.06;

    private final int cellDegrees;
    private final int unitsPerDegree;
    private final int overlapUnits;
    private final Map<Integer, Map<BasemapLine, List<int[]>>> cells = new TreeMap<>();

    BasemapLevel(int cellDegrees, int unitsPerDegree, int overlapUnits) {
        if (360 % cellDegrees != 0 || 180 % cellDegrees != 0) {
            throw new IllegalArgumentException("cells of " + cellDegrees + " degrees do not divide 180");
        }
        this.cellDegrees = cellDegrees;
        this.unitsPerDegree = unitsPerDegree;
        this.overlapUnits = overlapUnits;
    }

    /** Cuts a closed ring or a line to the cells that it meets. */
    void add(BasemapLine kind, double[][] points) {
        BasemapBox bounds = BasemapBox.around(points);
        double overlap = kind.isArea() ? (double) overlapUnits / unitsPerDegree : 0;
        int columns = 360 / cellDegrees;
        int firstColumn = Math.max(0, (int) Math.floor((bounds.west() - overlap + 180) / cellDegrees));
        int lastColumn = Math.min(columns - 1, (int) Math.floor((bounds.east() + overlap + 180) / cellDegrees));
        for (int column = firstColumn; column <= lastColumn; column++) {
            addToColumn(kind, points, column, overlap, bounds);
        }
    }

    private void addToColumn(BasemapLine kind, double[][] points, int column, double overlap, BasemapBox bounds) {
        BasemapBox strip = box(column, 0, 180 / cellDegrees - 1, overlap);
        List<double[]> ring = kind.isArea() ? strip.clipRing(List.of(points)) : List.of();
        int firstRow = Math.max(0, (int) Math.floor((bounds.south() - overlap + 90) / cellDegrees));
        int lastRow = Math.min(180 / cellDegrees - 1, (int) Math.floor((bounds.north() + overlap + 90) / cellDegrees));
        for (int row = firstRow; row <= lastRow; row++) {
            BasemapBox box = box(column, row, row, overlap);
            if (kind.isArea()) {
                put(kind, column, row, tidyRing(units(box.clipRing(ring), column, row), box, column, row));
            } else {
                for (List<double[]> part : box.clipLine(points)) {
                    put(kind, column, row, tidyLine(units(part, column, row)));
                }
            }
        }
    }

    /** The cell with its overlap, but never beyond the date line or the end of the map. */
    private BasemapBox box(int column, int firstRow, int lastRow, double overlap) {
        double west = column * cellDegrees - 180.0;
        double south = firstRow * cellDegrees - 90.0;
        double north = (lastRow + 1) * cellDegrees - 90.0;
        return new BasemapBox(
                Math.max(-180, west - overlap),
                Math.max(-LAST_LATITUDE, south - overlap),
                Math.min(180, west + cellDegrees + overlap),
                Math.min(LAST_LATITUDE, north + overlap));
    }

    private int[] units(List<double[]> points, int column, int row) {
        int[] units = new int[points.size() * 2];
        int length = 0;
        for (double[] point : points) {
            int x = unit(point[0] + 180) - column * cellDegrees * unitsPerDegree;
            int y = unit(point[1] + 90) - row * cellDegrees * unitsPerDegree;
            if (length < 2 || units[length - 2] != x || units[length - 1] != y) {
                units[length++] = x;
                units[length++] = y;
            }
        }
        return java.util.Arrays.copyOf(units, length);
    }

    private int unit(double degrees) {
        return (int) Math.round(degrees * unitsPerDegree);
    }

    private static int[] tidyLine(int[] line) {
        return line.length < 4 ? new int[0] : line;
    }

    /** Drops vertices that the cut left in the middle of a box edge, where they only go to and fro. */
    private int[] tidyRing(int[] ring, BasemapBox box, int column, int row) {
        int[] edges = {
            unit(box.west() + 180) - column * cellDegrees * unitsPerDegree,
            unit(box.east() + 180) - column * cellDegrees * unitsPerDegree,
            unit(box.south() + 90) - row * cellDegrees * unitsPerDegree,
            unit(box.north() + 90) - row * cellDegrees * unitsPerDegree
        };
        List<int[]> points = new ArrayList<>();
        for (int i = 0; i + 1 < ring.length; i += 2) {
            points.add(new int[] {ring[i], ring[i + 1]});
        }
        boolean changed = true;
        while (changed && points.size() > 2) {
            changed = false;
            for (int i = 0; i < points.size() && points.size() > 2; i++) {
                int[] before = points.get((i + points.size() - 1) % points.size());
                int[] at = points.get(i);
                int[] after = points.get((i + 1) % points.size());
                if (onOneEdge(edges, before, at, after) || (before[0] == at[0] && before[1] == at[1])) {
                    points.remove(i--);
                    changed = true;
                }
            }
        }
        int[] tidy = new int[points.size() < 3 ? 0 : points.size() * 2];
        for (int i = 0; i * 2 < tidy.length; i++) {
            tidy[2 * i] = points.get(i)[0];
            tidy[2 * i + 1] = points.get(i)[1];
        }
        return tidy;
    }

    private static boolean onOneEdge(int[] edges, int[] a, int[] b, int[] c) {
        for (int edge = 0; edge < 4; edge++) {
            int axis = edge / 2;
            if (a[axis] == edges[edge] && b[axis] == edges[edge] && c[axis] == edges[edge]) {
                return true;
            }
        }
        return false;
    }

    private void put(BasemapLine kind, int column, int row, int[] units) {
        if (units.length > 0) {
            int cell = row * (360 / cellDegrees) + column;
            cells.computeIfAbsent(cell, c -> new EnumMap<>(BasemapLine.class))
                    .computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(units);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        head.writeBytes(MAGIC.getBytes(StandardCharsets.US_ASCII));
        writeUnsigned(head, cellDegrees);
        writeUnsigned(head, unitsPerDegree);
        writeUnsigned(head, overlapUnits);
        writeUnsigned(head, cells.size());
        cells.forEach((cell, parts) -> {
            byte[] payload = cellBytes(parts);
            writeUnsigned(head, cell % (360 / cellDegrees));
            writeUnsigned(head, cell / (360 / cellDegrees));
            writeUnsigned(head, payload.length);
            body.writeBytes(payload);
        });
        head.writeBytes(body.toByteArray());
        return head.toByteArray();
    }

    private static byte[] cellBytes(Map<BasemapLine, List<int[]>> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (BasemapLine kind : BasemapLine.values()) {
            List<int[]> lines = parts.getOrDefault(kind, List.of());
            writeUnsigned(out, lines.size());
            for (int[] line : lines) {
                writeUnsigned(out, line.length / 2);
                int x = 0;
                int y = 0;
                for (int i = 0; i < line.length; i += 2) {
                    writeSigned(out, line[i] - x);
                    writeSigned(out, line[i + 1] - y);
                    x = line[i];
                    y = line[i + 1];
                }
            }
        }
        return out.toByteArray();
    }

    private static void writeSigned(ByteArrayOutputStream out, int value) {
        writeUnsigned(out, (value << 1) ^ (value >> 31));
    }

    private static void writeUnsigned(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
