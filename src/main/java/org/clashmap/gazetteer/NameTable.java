package org.clashmap.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.clashmap.text.NameKeys;

/**
 * All spellings, as one block of UTF-8, found through a hash of their folded key. Chained hashing with the full hash kept
 * beside each name: a lookup costs one chain, and decodes only names whose hash agrees. 800,000 names take 25 MB. Filled
 * once, then read by many threads.
 */
final class NameTable {
    private static final int PREFIX_BITS = 1 << 22;

    private byte[] text;
    private int textEnd;
    private int count;
    private int[] start;
    private int[] hash;
    private int[] next;
    private int[] place;
    private byte[] mark;
    private final int[] head;
    /** One bit per hash of a beginning of a longer name; a bit set by chance costs a scan one step, never a match. */
    private final long[] prefixes = new long[PREFIX_BITS / 64];

    private char[] decoded = new char[256];
    private char[] folded = new char[512];

    NameTable(int expected) {
        int size = Math.max(16, expected);
        text = new byte[size * 14];
        start = new int[size + 1];
        hash = new int[size];
        next = new int[size];
        place = new int[size];
        mark = new byte[size];
        head = new int[Integer.highestOneBit(size) * 2];
        Arrays.fill(head, -1);
    }

    /** Adds the spelling that stands in a buffer as UTF-8, without its mark. */
    void add(byte[] buffer, int from, int to, byte nameMark, int placeIndex) {
        int length = to - from;
        ensure(length);
        System.arraycopy(buffer, from, text, textEnd, length);
        start[count] = textEnd;
        textEnd += length;
        start[count + 1] = textEnd;
        int chars = decode(buffer, from, to);
        int end = NameKeys.fold(decoded, chars, folded);
        int key = hashAndMarkPrefixes(end);
        hash[count] = key;
        place[count] = placeIndex;
        mark[count] = nameMark;
        int slot = key & (head.length - 1);
        next[count] = head[slot];
        head[slot] = count;
        count++;
    }

    private int hashAndMarkPrefixes(int end) {
        int h = 0;
        for (int i = 0; i < end; i++) {
            char c = folded[i];
            if (c == ' ') {
                int bit = mix(h) & (PREFIX_BITS - 1);
                prefixes[bit >>> 6] |= 1L << bit;
            }
            h = h * 31 + c;
        }
        return mix(h);
    }

    private static int hash(CharSequence key) {
        int h = 0;
        for (int i = 0; i < key.length(); i++) {
            h = h * 31 + key.charAt(i);
        }
        return mix(h);
    }

    /** The finaliser of MurmurHash3 (Austin Appleby, public domain): spreads a polynomial hash over all bits. */
    private static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    boolean isPrefix(CharSequence foldedKey) {
        int bit = hash(foldedKey) & (PREFIX_BITS - 1);
        return (prefixes[bit >>> 6] & (1L << bit)) != 0;
    }

    /** The names whose folded key this is, in no particular order; an empty array when there are none. */
    int[] find(String foldedKey) {
        int key = hash(foldedKey);
        int[] found = new int[8];
        int size = 0;
        for (int name = head[key & (head.length - 1)]; name >= 0; name = next[name]) {
            if (hash[name] == key && NameKeys.fold(spelling(name)).equals(foldedKey)) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = name;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** True when some name has this folded key. */
    boolean contains(String foldedKey) {
        int key = hash(foldedKey);
        for (int name = head[key & (head.length - 1)]; name >= 0; name = next[name]) {
            if (hash[name] == key && NameKeys.fold(spelling(name)).equals(foldedKey)) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return count;
    }

    int place(int name) {
        return place[name];
    }

    byte mark(int name) {
        return mark[name];
    }

    String spelling(int name) {
        return new String(text, start[name], start[name + 1] - start[name], StandardCharsets.UTF_8);
    }

    /** Gives back what was kept in reserve, after the last name. */
    void trim() {
        text = Arrays.copyOf(text, textEnd);
        start = Arrays.copyOf(start, count + 1);
        hash = Arrays.copyOf(hash, count);
        next = Arrays.copyOf(next, count);
        place = Arrays.copyOf(place, count);
        mark = Arrays.copyOf(mark, count);
        decoded = new char[0];
        folded = new char[0];
    }

    private void ensure(int length) {
        if (textEnd + length > text.length) {
            text = Arrays.copyOf(text, text.length + text.length / 2 + length);
        }
        if (count == hash.length) {
            int size = count + count / 2 + 16;
            start = Arrays.copyOf(start, size + 1);
            hash = Arrays.copyOf(hash, size);
            next = Arrays.copyOf(next, size);
            place = Arrays.copyOf(place, size);
            mark = Arrays.copyOf(mark, size);
        }
        if (length > decoded.length) {
            decoded = new char[length * 2];
            folded = new char[length * 4];
        }
    }

    /** UTF-8 to UTF-16, for valid input only: the builder writes it. */
    private int decode(byte[] buffer, int from, int to) {
        int chars = 0;
        int i = from;
        while (i < to) {
            int b = buffer[i++];
            if (b >= 0) {
                decoded[chars++] = (char) b;
            } else if ((b & 0xe0) == 0xc0) {
                decoded[chars++] = (char) (((b & 0x1f) << 6) | (buffer[i++] & 0x3f));
            } else if ((b & 0xf0) == 0xe0) {
                decoded[chars++] = (char) (((b & 0x0f) << 12) | ((buffer[i++] & 0x3f) << 6) | (buffer[i++] & 0x3f));
            } else {
                int point = ((b & 0x07) << 18)
                        | ((buffer[i++] & 0x3f) << 12)
                        | ((buffer[i++] & 0x3f) << 6)
                        | (buffer[i++] & 0x3f);
                decoded[chars++] = Character.highSurrogate(point);
                decoded[chars++] = Character.lowSurrogate(point);
            }
        }
        return chars;
    }
}
