package org.clashmap.map;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Ready-made documents, one behind the other, outside the heap; a document lies within one part. They only grow, and are
 * gone with the process. Written by one thread, read by any number.
 */
final class Documents {
    private static final long PART = 1L << 23;

    private final Arena arena = Arena.ofAuto();
    private volatile MemorySegment[] parts = new MemorySegment[0];
    private long end;

    /** Appends a document; answers where. */
    long append(byte[] document) {
        if (document.length > PART) {
            throw new IllegalArgumentException("a document of " + document.length + " bytes; the index takes " + PART);
        }
        if (end / PART != (end + Math.max(1, document.length) - 1) / PART) {
            end = (end / PART + 1) * PART;
        }
        while (parts.length * PART < end + document.length) {
            addPart();
        }
        long at = end;
        MemorySegment part = parts[(int) (at / PART)];
        MemorySegment.copy(document, 0, part, ValueLayout.JAVA_BYTE, at % PART, document.length);
        end = at + document.length;
        return at;
    }

    private void addPart() {
        MemorySegment[] before = parts;
        MemorySegment[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = arena.allocate(PART);
        parts = after;
    }

    void copy(long at, byte[] target, int offset, int length) {
        MemorySegment.copy(parts[(int) (at / PART)], ValueLayout.JAVA_BYTE, at % PART, target, offset, length);
    }
}
