package org.clashmap.map;

/** One condition on rows, applied to a block of them at once: keeps those that pass, in their order. */
@FunctionalInterface
interface RowTest {
    /** Moves the rows that pass to the front of the array and answers how many there are. */
    int keep(Segment segment, int[] rows, int count);

    static RowTest endsFrom(int day) {
        return (segment, rows, count) -> {
            int[] ends = segment.ints(IntColumn.END);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += ends[row] >= day ? 1 : 0;
            }
            return kept;
        };
    }

    static RowTest startsUntil(int day) {
        return (segment, rows, count) -> {
            int[] starts = segment.ints(IntColumn.START);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += starts[row] <= day ? 1 : 0;
            }
            return kept;
        };
    }

    static RowTest atLeast(IntColumn column, int least) {
        return (segment, rows, count) -> {
            int[] values = segment.ints(column);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += values[row] >= least ? 1 : 0;
            }
            return kept;
        };
    }

    static RowTest oneOf(IntColumn column, boolean[] chosen) {
        return (segment, rows, count) -> {
            int[] values = segment.ints(column);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += chosen[values[row]] ? 1 : 0;
            }
            return kept;
        };
    }

    /** @param chosen 256 long */
    static RowTest oneOf(ByteColumn column, boolean[] chosen) {
        return (segment, rows, count) -> {
            byte[] values = segment.bytes(column);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += chosen[values[row] & 0xFF] ? 1 : 0;
            }
            return kept;
        };
    }

    static RowTest alive(long[] dead) {
        return (segment, rows, count) -> {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += (dead[row >>> 6] >>> row & 1) == 0 ? 1 : 0;
            }
            return kept;
        };
    }
}
