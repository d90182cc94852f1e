package org.clashmap.gazetteer;

import java.util.Arrays;

/**
 * The years of the few names that have them: names in ascending order, each with its first and last year in one number.
 * Filled once, then read by many threads.
 */
final class NameYears {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private int[] names = new int[64];
    private int[] years = new int[64];
    private int count;

    /** Sets the years of a name; quick when it comes after those that are there. */
    void put(int name, Validity validity) {
        int packed = validity.firstYear() << BITS | validity.lastYear();
        int at = Arrays.binarySearch(names, 0, count, name);
        if (at >= 0) {
            years[at] = packed;
            return;
        }
        if (count == names.length) {
            resize(count * 2 + 16);
        }
        int place = ~at;
        System.arraycopy(names, place, names, place + 1, count - place);
        System.arraycopy(years, place, years, place + 1, count - place);
        names[place] = name;
        years[place] = packed;
        count++;
    }

    Validity of(int name) {
        int at = Arrays.binarySearch(names, 0, count, name);
        return at < 0 ? Validity.UNKNOWN : new Validity(years[at] >>> BITS, years[at] & MASK);
    }

    void trim() {
        resize(count);
    }

    private void resize(int size) {
        names = Arrays.copyOf(names, size);
        years = Arrays.copyOf(years, size);
    }

    /** For a trimmed one. */
    void transfer(Columns columns) {
        names = columns.ints(names);
        years = columns.ints(years);
        count = names.length;
    }
}
