package org.clashmap.map;

import java.util.Arrays;

/** From an id to its rows: a hash table of row numbers with linear probing, half full. */
final class IdTable {
    private static final int EMPTY = -1;

    private final Segment segment;
    private final int[] slots;

    IdTable(Segment segment) {
        this.segment = segment;
        slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, segment.size)) * 4)];
        Arrays.fill(slots, EMPTY);
        byte[] ids = segment.idBytes();
        for (int row = 0; row < segment.size; row++) {
            int slot = hash(ids, segment.idStart(row), segment.idEnd(row)) & slots.length - 1;
            while (slots[slot] != EMPTY) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = row;
        }
    }

    int[] rows(byte[] id) {
        int[] found = new int[0];
        int slot = hash(id, 0, id.length) & slots.length - 1;
        while (slots[slot] != EMPTY) {
            if (segment.hasId(slots[slot], id)) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return found;
    }

    /** FNV-1a with a last mixing, since the low bits choose the slot. */
    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }
}
