package org.clashmap.gazetteer;

/**
 * The folded keys of names in the order of their characters, so that all keys with the same beginning lie side by side.
 * An entry packs a name and where its key, or a later word of it, starts in a block of characters that both kinds of
 * entries share; a key ends with {@link #END}. Read-only once made; thread-safe.
 */
final class SortedKeys {
    /** Ends each key; no key contains it, and it sorts before every letter. */
    static final char END = 0;

    private static final int FEW = 12;
    private static final int AHEAD = 4;

    private final char[] block;
    private final long[] entries;
    /** The first four characters of each key, so that most steps of a search read one array in order. */
    private final long[] beginnings;

    /**
     * Sorts the entries in place.
     *
     * @param entries name in the upper half, start in the block in the lower
     */
    SortedKeys(char[] block, long[] entries) {
        this.block = block;
        this.entries = entries;
        sort(0, entries.length, 0);
        this.beginnings = new long[entries.length];
        for (int i = 0; i < entries.length; i++) {
            beginnings[i] = beginning((int) entries[i]);
        }
    }

    private long beginning(int start) {
        long packed = 0;
        boolean ended = false;
        for (int i = 0; i < AHEAD; i++) {
            char c = ended ? END : block[start + i];
            ended |= c == END;
            packed = (packed << 16) | c;
        }
        return packed;
    }

    static long entry(int name, int start) {
        return ((long) name << 32) | start;
    }

    int size() {
        return entries.length;
    }

    int name(int entry) {
        return (int) (entries[entry] >>> 32);
    }

    /** The character of an entry's key at a depth that is not beyond its end. */
    char at(int entry, int depth) {
        return depth < AHEAD
                ? (char) (beginnings[entry] >>> (16 * (AHEAD - 1 - depth)))
                : block[(int) entries[entry] + depth];
    }

    /** The first entry from {@code from} on whose key does not sort before a prefix. */
    int firstNotBefore(CharSequence prefix) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, prefix) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The entry after the last one that begins with a prefix, given the first one that does. */
    int endOf(CharSequence prefix, int first) {
        int low = first;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, prefix) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Negative, 0 or positive as the beginning of an entry's key sorts before, is, or sorts after a prefix. */
    private int compare(int entry, CharSequence prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            int difference = at(entry, i) - prefix.charAt(i);
            if (difference != 0) {
                // A key that ended has END here, so nothing is read beyond it.
                return difference;
            }
        }
        return 0;
    }

    /**
     * The entry after those that share the character of {@code from} at a depth, among entries that agree before it. Looks in
     * steps that double, since most such runs are short.
     */
    int runEnd(int from, int to, int depth) {
        char c = at(from, depth);
        int step = 1;
        int low = from;
        while (low + step < to && at(low + step, depth) == c) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(to, low + step);
        low++;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle, depth) == c) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first of some entries that agree before a depth whose character there is not before another; their end if none. */
    int firstFrom(int from, int to, int depth, char c) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle, depth) < c) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Multikey quicksort (Bentley and Sedgewick, "Fast algorithms for sorting and searching strings", SODA 1997). */
    private void sort(int from, int to, int depth) {
        int low = from;
        int high = to;
        while (high - low > FEW) {
            char pivot = median(low, low + (high - low) / 2, high - 1, depth);
            int less = low;
            int i = low;
            int greater = high;
            while (i < greater) {
                char c = letter(i, depth);
                if (c < pivot) {
                    swap(less++, i++);
                } else if (c > pivot) {
                    swap(i, --greater);
                } else {
                    i++;
                }
            }
            sort(low, less, depth);
            if (pivot != END) {
                sort(less, greater, depth + 1);
            }
            low = greater;
        }
        insertionSort(low, high, depth);
    }

    private void insertionSort(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            long entry = entries[i];
            int j = i;
            while (j > from && isAfter(entries[j - 1], entry, depth)) {
                entries[j] = entries[j - 1];
                j--;
            }
            entries[j] = entry;
        }
    }

    private boolean isAfter(long left, long right, int depth) {
        int a = (int) left + depth;
        int b = (int) right + depth;
        while (block[a] == block[b]) {
            if (block[a] == END) {
                return false;
            }
            a++;
            b++;
        }
        return block[a] > block[b];
    }

    private char median(int a, int b, int c, int depth) {
        char x = letter(a, depth);
        char y = letter(b, depth);
        char z = letter(c, depth);
        if (x < y) {
            return y < z ? y : (x < z ? z : x);
        }
        return x < z ? x : (y < z ? z : y);
    }

    private char letter(int entry, int depth) {
        return block[(int) entries[entry] + depth];
    }

    private void swap(int a, int b) {
        long entry = entries[a];
        entries[a] = entries[b];
        entries[b] = entry;
    }
}
