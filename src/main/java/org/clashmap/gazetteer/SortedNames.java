package org.clashmap.gazetteer;

import java.util.Arrays;
import org.clashmap.text.NameKeys;

/** The keys of all names in sorted order, and the later words of names likewise. Made in about a second; thread-safe. */
final class SortedNames {
    /** The weight of a city of a hundred thousand people. */
    private static final float LARGE = 5;
    /** Shorter later words, mostly articles, lead to no name. */
    private static final int SHORTEST_WORD = 3;

    private final SortedKeys whole;
    private final SortedKeys words;
    private final SortedKeys ofLarge;

    private SortedNames(SortedKeys whole, SortedKeys words, SortedKeys ofLarge) {
        this.whole = whole;
        this.words = words;
        this.ofLarge = ofLarge;
    }

    static SortedNames of(PlaceTable places, NameTable names, float[] weights) {
        char[] block = new char[names.count() * 13 + 64];
        Entries whole = new Entries(names.count());
        Entries words = new Entries(names.count());
        Entries ofLarge = new Entries(1 << 14);
        int end = 0;
        char[] buffer = new char[512];
        for (int name = 0; name < names.count(); name++) {
            String spelling = names.spelling(name);
            if (buffer.length < spelling.length() * 2) {
                buffer = new char[spelling.length() * 4];
            }
            int length = NameKeys.fold(spelling.toCharArray(), spelling.length(), buffer);
            if (end + length + 1 > block.length) {
                block = Arrays.copyOf(block, block.length + block.length / 4 + length);
            }
            System.arraycopy(buffer, 0, block, end, length);
            block[end + length] = SortedKeys.END;
            if (length > 0) {
                whole.add(name, end);
                if (weights[names.place(name)] >= LARGE) {
                    ofLarge.add(name, end);
                }
            }
            for (int i = 1; i <= length - SHORTEST_WORD; i++) {
                if (buffer[i - 1] == ' ') {
                    words.add(name, end + i);
                }
            }
            end += length + 1;
        }
        char[] filled = Arrays.copyOf(block, end);
        return new SortedNames(whole.sorted(filled), words.sorted(filled), ofLarge.sorted(filled));
    }

    /** Entries as they are gathered. */
    private static final class Entries {
        private long[] entries;
        private int size;

        Entries(int expected) {
            entries = new long[Math.max(16, expected)];
        }

        void add(int name, int start) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] = SortedKeys.entry(name, start);
        }

        SortedKeys sorted(char[] block) {
            return new SortedKeys(block, Arrays.copyOf(entries, size));
        }
    }

    SortedKeys whole() {
        return whole;
    }

    SortedKeys words() {
        return words;
    }

    /** Names of larger places only, for queries so short that too many names begin with them. */
    SortedKeys ofLarge() {
        return ofLarge;
    }
}
