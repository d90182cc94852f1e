package org.clashmap.gazetteer;

import java.util.List;

/**
 * The columns of a table on their way to a snapshot or from one. A table lists its columns once, each handed in and taken
 * back ({@code id = columns.ints(id)}): a writer gives back what it got, a reader what it read.
 */
sealed interface Columns permits SnapshotWriter, SnapshotReader {
    int[] ints(int[] column);

    short[] shorts(short[] column);

    byte[] bytes(byte[] column);

    long[] longs(long[] column);

    int number(int value);

    List<String> texts(List<String> column);
}
