package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BasemapLevelTest {
    private static final int CELL = 30;
    private static final int UNITS = 100;

    @Test
    void aRingOverFourCellsIsCutToEach() {
        BasemapLevel level = new BasemapLevel(CELL, UNITS, 0);
        level.add(BasemapLine.LAND, new double[][] {{-10, -10}, {10, -10}, {10, 10}, {-10, 10}, {-10, -10}});
        Map<String, List<int[]>> cells = land(level.bytes());
        assertEquals(List.of("5 2", "5 3", "6 2", "6 3"), List.copyOf(cells.keySet()));
        cells.values().forEach(parts -> {
            assertEquals(1, parts.size());
            assertEquals(8, parts.getFirst().length);
            assertTrue(area(parts.getFirst()) > 0, "outer rings run anticlockwise");
        });
    }

    @Test
    void cellsReachOverTheirEdgeSoThatNeighboursLeaveNoSeam() {
        BasemapLevel level = new BasemapLevel(CELL, UNITS, 50);
        level.add(BasemapLine.LAND, new double[][] {{-10, 5}, {10, 5}, {10, 10}, {-10, 10}, {-10, 5}});
        int[] east = only(land(level.bytes()), "6 3");
        assertEquals(-50, smallest(east, 0));
    }

    @Test
    void landInTheMiddleOfAContinentIsOneWholeCell() {
        BasemapLevel level = new BasemapLevel(CELL, UNITS, 0);
        level.add(BasemapLine.LAND, new double[][] {{-100, -80}, {100, -80}, {100, 80}, {-100, 80}, {-100, -80}});
        int[] inner = only(land(level.bytes()), "6 3");
        assertEquals(4 * 2, inner.length);
        assertEquals(CELL * UNITS * CELL * UNITS, area(inner), 0);
    }

    /** Chukotka and Fiji: the source splits land at 180°, and the cut edge is the edge of the world. */
    @Test
    void nothingReachesOverTheDateLine() {
        BasemapLevel level = new BasemapLevel(CELL, UNITS, 50);
        level.add(BasemapLine.LAND, new double[][] {{178, -17}, {180, -17}, {180, -16}, {178, -16}, {178, -17}});
        level.add(BasemapLine.LAND, new double[][] {{-180, -17}, {-179, -17}, {-179, -16}, {-180, -16}, {-180, -17}});
        Map<String, List<int[]>> cells = land(level.bytes());
        assertEquals(List.of("0 2", "11 2"), List.copyOf(cells.keySet()));
        assertEquals(0, smallest(only(cells, "0 2"), 0));
        assertEquals(CELL * UNITS, largest(only(cells, "11 2"), 0));
    }

    @Test
    void aLineThatLeavesACellAndComesBackIsTwoParts() {
        BasemapBox box = new BasemapBox(0, 0, 10, 10);
        List<List<double[]>> parts = box.clipLine(new double[][] {{-5, 5}, {5, 5}, {5, 15}, {8, 15}, {8, 5}});
        assertEquals(2, parts.size());
        assertArrayEquals(new double[] {0, 5}, parts.get(0).getFirst());
        assertArrayEquals(new double[] {5, 10}, parts.get(0).getLast());
        assertArrayEquals(new double[] {8, 10}, parts.get(1).getFirst());
    }

    @Test
    void cellsMustDivideTheWorld() {
        assertThrows(IllegalArgumentException.class, () -> new BasemapLevel(7, UNITS, 0));
    }

    /** Reads the land of a level as its documentation describes the format, by column and row of the cell. */
    private static Map<String, List<int[]>> land(byte[] bytes) {
        assertEquals(BasemapLevel.MAGIC, new String(bytes, 0, 4, StandardCharsets.US_ASCII));
        int[] at = {4};
        assertEquals(CELL, unsigned(bytes, at));
        assertEquals(UNITS, unsigned(bytes, at));
        unsigned(bytes, at);
        int count = unsigned(bytes, at);
        int[][] directory = new int[count][];
        for (int i = 0; i < count; i++) {
            directory[i] = new int[] {unsigned(bytes, at), unsigned(bytes, at), unsigned(bytes, at)};
        }
        Map<String, List<int[]>> cells = new TreeMap<>();
        int start = at[0];
        for (int[] entry : directory) {
            int[] here = {start};
            int[][] parts = new int[unsigned(bytes, here)][];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = part(bytes, here);
            }
            cells.put(entry[0] + " " + entry[1], List.of(parts));
            start += entry[2];
        }
        assertEquals(bytes.length, start);
        return cells;
    }

    private static int[] only(Map<String, List<int[]>> cells, String cell) {
        List<int[]> parts = cells.getOrDefault(cell, List.of());
        assertEquals(1, parts.size(), cell);
        return parts.getFirst();
    }

    private static int[] part(byte[] bytes, int[] at) {
        int[] part = new int[unsigned(bytes, at) * 2];
        for (int i = 0; i < part.length; i++) {
            int coded = unsigned(bytes, at);
            part[i] = ((coded >>> 1) ^ -(coded & 1)) + (i < 2 ? 0 : part[i - 2]);
        }
        return part;
    }

    private static int unsigned(byte[] bytes, int[] at) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at[0]++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static double area(int[] ring) {
        double[][] points = new double[ring.length / 2][];
        Arrays.setAll(points, i -> new double[] {ring[2 * i], ring[2 * i + 1]});
        return BasemapRings.area(points);
    }

    private static int smallest(int[] part, int axis) {
        int least = Integer.MAX_VALUE;
        for (int i = axis; i < part.length; i += 2) {
            least = Math.min(least, part[i]);
        }
        return least;
    }

    private static int largest(int[] part, int axis) {
        int most = Integer.MIN_VALUE;
        for (int i = axis; i < part.length; i += 2) {
            most = Math.max(most, part[i]);
        }
        return most;
    }
}
