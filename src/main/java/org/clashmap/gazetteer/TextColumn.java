package org.clashmap.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A column of texts in one block of UTF-8, made strings on demand. Filled once, then read by many threads. */
final class TextColumn {
    private byte[] block;
    private int[] start;
    private int count;

    TextColumn(int expected, int bytesEach) {
        block = new byte[Math.max(16, expected * bytesEach)];
        start = new int[Math.max(16, expected) + 1];
    }

    /** Adds the text that stands in a buffer and gives its index. */
    int add(byte[] buffer, int from, int to) {
        int length = to - from;
        int end = start[count];
        if (end + length > block.length) {
            block = Arrays.copyOf(block, block.length + block.length / 2 + length);
        }
        if (count + 1 == start.length) {
            start = Arrays.copyOf(start, count + count / 2 + 16);
        }
        System.arraycopy(buffer, from, block, end, length);
        start[count + 1] = end + length;
        return count++;
    }

    int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    String get(int index) {
        return new String(block, start[index], start[index + 1] - start[index], StandardCharsets.UTF_8);
    }

    int count() {
        return count;
    }

    /** The block that all texts stand in; to be read only. */
    byte[] block() {
        return block;
    }

    int startOf(int index) {
        return start[index];
    }

    /** Gives back what was kept in reserve. */
    void trim() {
        block = Arrays.copyOf(block, start[count]);
        start = Arrays.copyOf(start, count + 1);
    }

    /** For a trimmed column. */
    void transfer(Columns columns) {
        block = columns.bytes(block);
        start = columns.ints(start);
        count = start.length - 1;
    }
}
