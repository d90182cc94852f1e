package org.clashmap.gazetteer;

import java.util.Arrays;

/**
 * From an id to its row: open addressing over the ids of a {@link PlaceTable} and over other ids of the same places, which
 * a source gave or a fused duplicate had. Filled once, then read by many threads.
 */
final class PlaceIds {
    private static final int EMPTY = -1;

    private final PlaceTable places;
    /** A row, or -2 minus the number of another id. */
    private int[] slots = {EMPTY};

    /** Each with its row. */
    private final TextColumn otherIds = new TextColumn(16, 16);

    PlaceIds(PlaceTable places) {
        this.places = places;
    }

    /** Another id of the place in a row. */
    void addOther(String id, int row) {
        otherIds.add(id, row);
    }

    /** Ends filling. A place's own id goes before another place's other id. */
    void seal() {
        otherIds.trim();
        slots = new int[Integer.highestOneBit(places.count() + otherIds.count() + 16) * 4];
        Arrays.fill(slots, EMPTY);
        for (int row = 0; row < places.count(); row++) {
            int number = places.numberOf(row);
            put(number >= 0 ? number : places.idOf(row).hashCode(), row);
        }
        for (int other = 0; other < otherIds.count(); other++) {
            put(hash(otherIds.get(other)), -2 - other);
        }
    }

    private void put(int hash, int value) {
        int slot = slotOf(hash);
        while (slots[slot] != EMPTY) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = value;
    }

    /** The row of an id, or -1. */
    int find(String wanted) {
        int slot = slotOf(hash(wanted));
        while (slots[slot] != EMPTY) {
            int value = slots[slot];
            int row = value >= 0 ? value : otherIds.numberOf(-2 - value);
            String id = value >= 0 ? places.idOf(row) : otherIds.get(-2 - value);
            if (id.equals(wanted)) {
                return row;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    void transfer(Columns columns) {
        slots = columns.ints(slots);
        otherIds.transfer(columns);
    }

    private int slotOf(int hash) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
    }

    private static int hash(String id) {
        int number = number(id);
        return number >= 0 ? number : id.hashCode();
    }

    /** The number of an id such as gn:691877, or -1. */
    private static int number(String id) {
        if (!id.startsWith("gn:") || id.length() > 12 || id.length() < 4) {
            return -1;
        }
        int number = 0;
        for (int i = 3; i < id.length(); i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
