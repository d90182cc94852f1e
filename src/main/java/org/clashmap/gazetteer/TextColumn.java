package org.clashmap.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A column of texts in one block of UTF-8, made strings on demand, each with a number of its user's beside it, since who
 * asks for one mostly asks for the other. Filled once, then read by many threads.
 */
final class TextColumn {
    private byte[] block;
    /** Of each text, where it starts and its number; after the last one, where the block ends. */
    private int[] entries;

    private int count;

    TextColumn(int expected, int bytesEach) {
        block = new byte[Math.max(16, expected * bytesEach)];
        entries = new int[2 * Math.max(16, expected) + 1];
    }

    /** Adds the text that stands in a buffer and gives its index. */
    int add(byte[] buffer, int from, int to, int number) {
        int length = to - from;
        int end = startOf(count);
        if (end + length > block.length) {
            block = Arrays.copyOf(block, block.length + block.length / 2 + length);
        }
        if (2 * count + 3 > entries.length) {
            entries = Arrays.copyOf(entries, entries.length + entries.length / 2 + 16);
        }
        System.arraycopy(buffer, from, block, end, length);
        entries[2 * count + 1] = number;
        count++;
        entries[2 * count] = end + length;
        return count - 1;
    }

    int add(String text, int number) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length, number);
    }

    String get(int index) {
        return new String(block, startOf(index), startOf(index + 1) - startOf(index), StandardCharsets.UTF_8);
    }

    int numberOf(int index) {
        return entries[2 * index + 1];
    }

    void number(int index, int number) {
        entries[2 * index + 1] = number;
    }

    int count() {
        return count;
    }

    /** The block that all texts stand in; to be read only. */
    byte[] block() {
        return block;
    }

    int startOf(int index) {
        return entries[2 * index];
    }

    /** Gives back what was kept in reserve. */
    void trim() {
        block = Arrays.copyOf(block, startOf(count));
        entries = Arrays.copyOf(entries, 2 * count + 1);
    }

    /** For a trimmed column. */
    void transfer(Columns columns) {
        block = columns.bytes(block);
        entries = columns.ints(entries);
        count = entries.length / 2;
    }
}
