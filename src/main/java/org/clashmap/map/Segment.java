package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.clashmap.event.publish.Audience;

/**
 * Events as columns, never changed. Rows with a point come first, then those with an area alone, then those without any
 * place; the first two along the curve of {@link Mercator}, rows of one position together, by time.
 *
 * <p>About 130 bytes a row and its id.
 */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
final class Segment {
    static final int NONE = Integer.MIN_VALUE;

    /** Rows have 24 bits in the keys that they are sorted by. */
    static final int LARGEST_SIZE = 1 << 24;

    final int size;
    final int points;
    final int placed;
    final Blocks blocks;

    /** Whether every row is for all audiences. */
    final boolean forEverybody;

    /** Place of a row in the order of items: by day, the newest first and the undated last, then by id. */
    final int[] rank;

    /** The row at each place of that order. */
    final int[] order;

    private final int[][] ints;
    private final byte[][] bytes;
    private final long[] documents;
    private final byte[] ids;
    private final int[] idEnds;
    private final IdTable table;

    Segment(Content content, int points, int placed, int[] rank, int[] order, Shapes.Shape[] shapes) {
        ints = content.ints();
        bytes = content.bytes();
        documents = content.documents();
        ids = content.ids();
        idEnds = content.idEnds();
        size = documents.length;
        this.points = points;
        this.placed = placed;
        this.rank = rank;
        this.order = order;
        blocks = Blocks.of(this, shapes);
        table = new IdTable(this);
        forEverybody = isForEverybody(bytes(ByteColumn.AUDIENCE));
    }

    private static boolean isForEverybody(byte[] audiences) {
        for (byte bits : audiences) {
            if (bits != (Entry.bit(Audience.PUBLIC) | Entry.bit(Audience.STAFF))) {
                return false;
            }
        }
        return true;
    }

    /** The columns, each as long as there are rows. */
    @SuppressWarnings("ArrayRecordComponent") // shared, never copied
    record Content(int[][] ints, byte[][] bytes, long[] documents, byte[] ids, int[] idEnds) {}

    Content content() {
        return new Content(ints, bytes, documents, ids, idEnds);
    }

    int[] ints(IntColumn column) {
        return ints[column.ordinal()];
    }

    byte[] bytes(ByteColumn column) {
        return bytes[column.ordinal()];
    }

    int value(IntColumn column, int row) {
        return ints[column.ordinal()][row];
    }

    int value(ByteColumn column, int row) {
        return bytes[column.ordinal()][row] & 0xFF;
    }

    /** Where the row's document begins. */
    long document(int row) {
        return documents[row];
    }

    String id(int row) {
        int start = idStart(row);
        return new String(ids, start, idEnds[row] - start, StandardCharsets.UTF_8);
    }

    byte[] idCopy(int row) {
        return Arrays.copyOfRange(ids, idStart(row), idEnds[row]);
    }

    int idStart(int row) {
        return row == 0 ? 0 : idEnds[row - 1];
    }

    int idEnd(int row) {
        return idEnds[row];
    }

    byte[] idBytes() {
        return ids;
    }

    /** The rows of an id: none, one, or one for each audience. */
    int[] rows(String id) {
        return table.rows(id.getBytes(StandardCharsets.UTF_8));
    }

    boolean hasId(int row, byte[] id) {
        return Arrays.equals(ids, idStart(row), idEnd(row), id, 0, id.length);
    }

    /** Compares two rows, of this or of another segment, by the order of items. */
    int compare(int row, Segment other, int otherRow) {
        int day = value(IntColumn.DAY, row);
        int otherDay = other.value(IntColumn.DAY, otherRow);
        if (day != otherDay) {
            return Integer.compare(otherDay, day);
        }
        return Arrays.compareUnsigned(
                ids, idStart(row), idEnd(row), other.ids, other.idStart(otherRow), other.idEnd(otherRow));
    }

    /** Compares a row with a place between rows. */
    int compare(int row, int day, byte[] id) {
        int own = value(IntColumn.DAY, row);
        return own != day
                ? Integer.compare(day, own)
                : Arrays.compareUnsigned(ids, idStart(row), idEnd(row), id, 0, id.length);
    }
}
