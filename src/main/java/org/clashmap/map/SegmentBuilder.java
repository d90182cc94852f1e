package org.clashmap.map;

import java.util.Arrays;

/**
 * Gathers rows in any order and sorts them into a segment; the result depends on the rows alone. Used by one thread.
 *
 * <p>Sorting is by primitive keys, n log n, about 150 ns a row.
 */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
final class SegmentBuilder {
    private static final int ROW_BITS = 24;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;

    private final Shapes shapes;
    private final int[][] ints = new int[IntColumn.values().length][];
    private final byte[][] bytes = new byte[ByteColumn.values().length][];
    private long[] documents;
    private int[] idEnds;
    private byte[] ids;
    private int idLength;
    private int size;

    SegmentBuilder(Shapes shapes, int expected) {
        this.shapes = shapes;
        int capacity = Math.max(16, expected);
        for (int i = 0; i < ints.length; i++) {
            ints[i] = new int[capacity];
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = new byte[capacity];
        }
        documents = new long[capacity];
        idEnds = new int[capacity];
        ids = new byte[capacity * 24];
    }

    int size() {
        return size;
    }

    /** Begins a row, whose columns are then {@link #set}. */
    void begin(byte[] id, long document) {
        begin(id, 0, id.length, document);
    }

    private void begin(byte[] id, int from, int to, long document) {
        if (size == Segment.LARGEST_SIZE) {
            throw new IllegalStateException("the map index holds " + Segment.LARGEST_SIZE + " rows at most");
        }
        if (size == documents.length) {
            grow();
        }
        int length = to - from;
        if (idLength + length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(idLength + length, ids.length + ids.length / 2));
        }
        System.arraycopy(id, from, ids, idLength, length);
        idLength += length;
        idEnds[size] = idLength;
        documents[size++] = document;
    }

    void set(IntColumn column, int value) {
        ints[column.ordinal()][size - 1] = value;
    }

    void set(ByteColumn column, int value) {
        bytes[column.ordinal()][size - 1] = (byte) value;
    }

    /** Takes over a row as it is. */
    void copy(Segment segment, int row) {
        begin(segment.idBytes(), segment.idStart(row), segment.idEnd(row), segment.document(row));
        Segment.Content from = segment.content();
        for (int i = 0; i < ints.length; i++) {
            ints[i][size - 1] = from.ints()[i][row];
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i][size - 1] = from.bytes()[i][row];
        }
    }

    private void grow() {
        int capacity = (int) Math.min(Segment.LARGEST_SIZE, size + (long) size / 2);
        for (int i = 0; i < ints.length; i++) {
            ints[i] = Arrays.copyOf(ints[i], capacity);
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Arrays.copyOf(bytes[i], capacity);
        }
        documents = Arrays.copyOf(documents, capacity);
        idEnds = Arrays.copyOf(idEnds, capacity);
    }

    Segment build() {
        int[] inOrder = inOrderOfItems();
        int[] layout = new int[size];
        int points = lay(layout, 0, inOrder, Kind.POINT);
        int placed = lay(layout, points, inOrder, Kind.AREA);
        lay(layout, placed, inOrder, Kind.NOWHERE);
        int[] rankOfRow = inverse(inOrder);
        int[] rank = new int[size];
        int[] order = new int[size];
        for (int row = 0; row < size; row++) {
            rank[row] = rankOfRow[layout[row]];
            order[rank[row]] = row;
        }
        return new Segment(arranged(layout), points, placed, rank, order, shapes.all());
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }

    private enum Kind {
        POINT,
        AREA,
        NOWHERE
    }

    private Kind kind(int row) {
        if (ints[IntColumn.LON.ordinal()][row] != Segment.NONE) {
            return Kind.POINT;
        }
        return ints[IntColumn.SHAPE.ordinal()][row] >= 0 ? Kind.AREA : Kind.NOWHERE;
    }

    /** Rows by day and id, as items are ordered. */
    private int[] inOrderOfItems() {
        long[] keys = new long[size];
        int[] days = ints[IntColumn.DAY.ordinal()];
        for (int row = 0; row < size; row++) {
            // NONE is the smallest number, so that the undated come last.
            keys[row] = (((long) Integer.MAX_VALUE - days[row]) << ROW_BITS) | row;
        }
        Arrays.parallelSort(keys);
        int[] rows = new int[size];
        int start = 0;
        for (int i = 0; i < size; i++) {
            rows[i] = (int) keys[i] & ROW_MASK;
            if (i + 1 == size || keys[i] >>> ROW_BITS != keys[i + 1] >>> ROW_BITS) {
                sortById(rows, start, i + 1);
                start = i + 1;
            }
        }
        return rows;
    }

    private void sortById(int[] rows, int from, int to) {
        if (to - from < 2) {
            return;
        }
        Integer[] boxed = new Integer[to - from];
        for (int i = from; i < to; i++) {
            boxed[i - from] = rows[i];
        }
        Arrays.sort(boxed, this::compareIds);
        for (int i = from; i < to; i++) {
            rows[i] = boxed[i - from];
        }
    }

    private int compareIds(int one, int other) {
        int byId = Arrays.compareUnsigned(
                ids,
                one == 0 ? 0 : idEnds[one - 1],
                idEnds[one],
                ids,
                other == 0 ? 0 : idEnds[other - 1],
                idEnds[other]);
        if (byId != 0) {
            return byId;
        }
        int audience = ByteColumn.AUDIENCE.ordinal();
        return Byte.compare(bytes[audience][one], bytes[audience][other]);
    }

    /** Lays the rows of a kind along the curve; answers where they end. */
    private int lay(int[] layout, int start, int[] inOrder, Kind kind) {
        int[] rankOfRow = inverse(inOrder);
        long[] keys = new long[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (kind(row) == kind) {
                keys[count++] = (kind == Kind.NOWHERE ? 0 : curve(row)) << ROW_BITS | row;
            }
        }
        Arrays.parallelSort(keys, 0, count);
        int run = 0;
        for (int i = 0; i < count; i++) {
            if (i + 1 == count || keys[i] >>> ROW_BITS != keys[i + 1] >>> ROW_BITS) {
                sortCell(keys, run, i + 1, inOrder, rankOfRow);
                run = i + 1;
            }
        }
        for (int i = 0; i < count; i++) {
            layout[start + i] = (int) keys[i] & ROW_MASK;
        }
        return start + count;
    }

    /** Within a cell of 38 m: position by position, and there by time. */
    private void sortCell(long[] keys, int from, int to, int[] inOrder, int[] rankOfRow) {
        if (to - from < 2) {
            return;
        }
        int[] x = ints[IntColumn.X.ordinal()];
        int[] y = ints[IntColumn.Y.ordinal()];
        long[] inner = new long[to - from];
        for (int i = from; i < to; i++) {
            int row = (int) keys[i] & ROW_MASK;
            long position = ((x[row] & 1023L) << 10) | (y[row] & 1023);
            inner[i - from] = (position << ROW_BITS) | rankOfRow[row];
        }
        Arrays.sort(inner);
        for (int i = 0; i < inner.length; i++) {
            keys[from + i] = inOrder[(int) inner[i] & ROW_MASK];
        }
    }

    private long curve(int row) {
        return Mercator.curve(ints[IntColumn.X.ordinal()][row], ints[IntColumn.Y.ordinal()][row]);
    }

    private Segment.Content arranged(int[] layout) {
        int[][] arrangedInts = new int[ints.length][];
        for (int i = 0; i < ints.length; i++) {
            arrangedInts[i] = new int[size];
            for (int row = 0; row < size; row++) {
                arrangedInts[i][row] = ints[i][layout[row]];
            }
        }
        byte[][] arrangedBytes = new byte[bytes.length][];
        for (int i = 0; i < bytes.length; i++) {
            arrangedBytes[i] = new byte[size];
            for (int row = 0; row < size; row++) {
                arrangedBytes[i][row] = bytes[i][layout[row]];
            }
        }
        long[] arrangedDocuments = new long[size];
        byte[] arrangedIds = new byte[idLength];
        int[] arrangedEnds = new int[size];
        int end = 0;
        for (int row = 0; row < size; row++) {
            int from = layout[row];
            arrangedDocuments[row] = documents[from];
            int start = from == 0 ? 0 : idEnds[from - 1];
            System.arraycopy(ids, start, arrangedIds, end, idEnds[from] - start);
            end += idEnds[from] - start;
            arrangedEnds[row] = end;
        }
        return new Segment.Content(arrangedInts, arrangedBytes, arrangedDocuments, arrangedIds, arrangedEnds);
    }
}
