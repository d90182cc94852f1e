package org.clashmap.gazetteer.layer;

import java.util.Arrays;
import org.clashmap.gazetteer.StoredRow;

/**
 * The ids of a layer with a number each, in twelve bytes apiece, so that a world's ids fit: a GeoNames number stands for
 * itself, other ids for a hash of 64 bits, of which two of ten million are the same once in a hundred thousand runs. Not
 * thread-safe.
 */
final class IdIndex {
    private long[] keys = new long[1 << 12];
    private int[] values = new int[1 << 12];
    private int count;

    /** Adds an id unless it is there. */
    boolean add(String id, int value) {
        if (count * 3 >= keys.length * 2) {
            grow();
        }
        long key = key(id);
        int slot = slot(key, keys);
        if (keys[slot] != 0) {
            return false;
        }
        keys[slot] = key;
        values[slot] = value;
        count++;
        return true;
    }

    /** The number of an id, or -1. */
    int find(String id) {
        long key = key(id);
        int slot = slot(key, keys);
        return keys[slot] == 0 ? -1 : values[slot];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldValues.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i], keys);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
        Arrays.fill(oldKeys, 0);
    }

    private static int slot(long key, long[] keys) {
        int slot = (int) (mix(key) >>> 20) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** Never 0, which marks a free slot; numbers of GeoNames are positive, hashes negative. */
    private static long key(String id) {
        if (StoredRow.isGeoNames(id) && id.length() < 20) {
            return Long.parseLong(id.substring(3)) + 1;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = mix(hash ^ id.charAt(i));
        }
        return hash | Long.MIN_VALUE;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
