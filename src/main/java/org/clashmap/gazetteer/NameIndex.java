package org.clashmap.gazetteer;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * From the hash of a folded key to the names that have it. Names of one key lie side by side, and keys of one slot too, so
 * that a lookup touches four places in memory and compares one name, however many share its key. 10 bytes a name. Made
 * once, by counting; then read by many threads.
 */
final class NameIndex {
    /** Where a slot's keys begin; slots are as many as the power of two below the number of names. */
    private int[] slots = {0, 0};
    /** A key's hash in the upper half, where its names begin in {@link #members} in the lower. */
    private long[] keys = {0};

    private int[] members = {};

    /** An index of nothing. */
    NameIndex() {}

    /**
     * Indexes the names from 0 on.
     *
     * @param hashes by name; those after {@code count} do not count
     * @param alike gives, for a name, what tells of another one whether its folded key is the same
     */
    static NameIndex of(int[] hashes, int count, IntFunction<IntPredicate> alike) {
        NameIndex index = new NameIndex();
        index.bySlot(hashes, count);
        index.byKey(hashes, alike);
        return index;
    }

    /** Counting sort: the names of a slot in ascending order. */
    private void bySlot(int[] hashes, int count) {
        slots = new int[Integer.highestOneBit(Math.max(1, count)) + 1];
        for (int name = 0; name < count; name++) {
            slots[slotOf(hashes[name]) + 1]++;
        }
        for (int slot = 1; slot < slots.length; slot++) {
            slots[slot] += slots[slot - 1];
        }
        int[] next = slots.clone();
        members = new int[count];
        for (int name = 0; name < count; name++) {
            members[next[slotOf(hashes[name])]++] = name;
        }
    }

    /** Puts the names of one key side by side and makes the slots point to keys instead of names. */
    private void byKey(int[] hashes, IntFunction<IntPredicate> alike) {
        long[] found = new long[members.length + 1];
        int size = 0;
        for (int slot = 0; slot + 1 < slots.length; slot++) {
            int from = slots[slot];
            int end = slots[slot + 1];
            slots[slot] = size;
            while (from < end) {
                int first = members[from];
                found[size++] = key(hashes[first], from);
                from = gather(from, end, hashes, alike);
            }
        }
        slots[slots.length - 1] = size;
        found[size] = members.length;
        keys = Arrays.copyOf(found, size + 1);
    }

    /** Moves the names that share the key of the first to its side and gives where they end. */
    private int gather(int from, int end, int[] hashes, IntFunction<IntPredicate> alike) {
        int first = members[from];
        int same = from + 1;
        IntPredicate sameKey = null;
        for (int at = same; at < end; at++) {
            int name = members[at];
            if (hashes[name] == hashes[first]) {
                sameKey = sameKey == null ? alike.apply(first) : sameKey;
                if (sameKey.test(name)) {
                    System.arraycopy(members, same, members, same + 1, at - same);
                    members[same++] = name;
                }
            }
        }
        return same;
    }

    private static long key(int hash, int from) {
        return (long) hash << 32 | from;
    }

    private int slotOf(int hash) {
        return hash & (slots.length - 2);
    }

    /** The first key of a hash's slot; the keys from there to {@link #endOf} may have it. */
    int startOf(int hash) {
        return slots[slotOf(hash)];
    }

    int endOf(int hash) {
        return slots[slotOf(hash) + 1];
    }

    boolean hasHash(int key, int hash) {
        return (int) (keys[key] >> 32) == hash;
    }

    /** One of a key's names. */
    int firstOf(int key) {
        return members[(int) keys[key]];
    }

    /** All names of a key, in ascending order. */
    int[] namesOf(int key) {
        return Arrays.copyOfRange(members, (int) keys[key], (int) keys[key + 1]);
    }

    void transfer(Columns columns) {
        slots = columns.ints(slots);
        keys = columns.longs(keys);
        members = columns.ints(members);
    }
}
