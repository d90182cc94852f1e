package org.clashmap.gazetteer;

import java.util.Arrays;
import org.clashmap.text.NameKeys;

/**
 * All spellings, as one block of UTF-8, found through a hash of their folded key. Chained hashing with the full hash kept
 * beside each name: a lookup costs one chain, and decodes only names whose hash agrees. 800,000 names take 25 MB. Filled
 * once, then read by many threads.
 */
final class NameTable {
    /** The mark of a place's main name in memory. */
    static final byte MAIN = 'm';

    private static final int PREFIX_BITS = 1 << 22;

    private final TextColumn text;
    private int count;
    private int[] hash;
    private int[] next;
    private int[] place;
    private byte[] mark;
    private int[] head;
    /** One bit per hash of a beginning of a longer name; a bit set by chance costs a scan one step, never a match. */
    private long[] prefixes = new long[PREFIX_BITS / 64];

    private final NameYears years = new NameYears();
    private char[] decoded = new char[256];
    private char[] folded = new char[512];

    NameTable(int expected) {
        int size = Math.max(16, expected);
        text = new TextColumn(size, 14);
        hash = new int[size];
        next = new int[size];
        place = new int[size];
        mark = new byte[size];
        head = new int[Integer.highestOneBit(size) * 2];
        Arrays.fill(head, -1);
    }

    /** Adds the spelling that stands in a buffer as UTF-8, without its mark. */
    void add(byte[] buffer, int from, int to, byte nameMark, int placeIndex) {
        if (to - from > decoded.length) {
            decoded = new char[(to - from) * 2];
            folded = new char[(to - from) * 4];
        }
        int chars = decode(buffer, from, to);
        int end = NameKeys.fold(decoded, chars, folded);
        text.add(buffer, from, to);
        link(hashAndMarkPrefixes(end), nameMark, placeIndex);
    }

    /** Sets the years in which the name added last was in force. */
    void dateLast(Validity validity) {
        years.put(count - 1, validity);
    }

    /** Takes over a name of another table, whose beginnings must be {@linkplain #takePrefixes taken over} as well. */
    void add(NameTable other, int name, byte nameMark, int placeIndex) {
        text.add(other.text.block(), other.text.startOf(name), other.text.startOf(name + 1));
        link(other.hash[name], nameMark, placeIndex);
        Validity validity = other.validity(name);
        if (validity.isKnown()) {
            dateLast(validity);
        }
    }

    /**
     * Takes over a name of another table for a place whose names began with {@code first}, unless the place has it. What
     * the other table tells of its language or kind, and its years, are kept for the name that is there.
     */
    void addOnce(NameTable other, int name, int first, int placeIndex) {
        byte more = other.mark[name] == MAIN ? 0 : other.mark[name];
        for (int own = first; own < count; own++) {
            if (hash[own] == other.hash[name]) {
                boolean bothLanguages = (mark[own] == '+' && more == '*') || (mark[own] == '*' && more == '+');
                if (bothLanguages) {
                    mark[own] = '=';
                } else if (mark[own] == 0) {
                    mark[own] = more;
                }
                if (isFormer(mark[own]) == isFormer(more)
                        && other.validity(name).isKnown()
                        && !validity(own).isKnown()) {
                    years.put(own, other.validity(name));
                }
                return;
            }
        }
        add(other, name, more, placeIndex);
    }

    private static boolean isFormer(byte mark) {
        return mark == '-' || mark == '!';
    }

    void takePrefixes(NameTable other) {
        for (int i = 0; i < prefixes.length; i++) {
            prefixes[i] |= other.prefixes[i];
        }
    }

    private void link(int key, byte nameMark, int placeIndex) {
        if (count == hash.length) {
            resize(count + count / 2 + 16);
        }
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
            if (hash[name] == key && hasKey(name, foldedKey)) {
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
            if (hash[name] == key && hasKey(name, foldedKey)) {
                return true;
            }
        }
        return false;
    }

    /** Compares a stored name with a folded key, for the usual letters where it stands and without making a text of it. */
    private boolean hasKey(int name, String foldedKey) {
        byte[] block = text.block();
        int end = text.startOf(name + 1);
        int at = 0;
        for (int i = text.startOf(name); i < end; i++, at++) {
            int c = block[i];
            if ((c & 0xe0) == 0xc0 && i + 1 < end) {
                c = ((c & 0x1f) << 6) | (block[++i] & 0x3f);
            }
            int folded = foldUsual(c);
            if (folded == 0) {
                return NameKeys.fold(text.get(name)).equals(foldedKey);
            }
            if (at == foldedKey.length() || foldedKey.charAt(at) != folded) {
                return false;
            }
        }
        return at == foldedKey.length();
    }

    /** What a Latin or Russian letter or a digit folds to; 0 for all others. */
    private static int foldUsual(int c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'а' && c <= 'я')) {
            return c;
        }
        return (c >= 'A' && c <= 'Z') || (c >= 'А' && c <= 'Я') ? c + 0x20 : 0;
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

    /** The years in which a name was or is in force. */
    Validity validity(int name) {
        return years.of(name);
    }

    String spelling(int name) {
        return text.get(name);
    }

    /** Gives back what was kept in reserve, after the last name. */
    void trim() {
        text.trim();
        years.trim();
        resize(count);
        decoded = new char[0];
        folded = new char[0];
    }

    /** Writes a trimmed table to a snapshot, or fills an empty one from it. */
    void transfer(Columns columns) {
        count = columns.number(count);
        text.transfer(columns);
        hash = columns.ints(hash);
        next = columns.ints(next);
        place = columns.ints(place);
        mark = columns.bytes(mark);
        head = columns.ints(head);
        prefixes = columns.longs(prefixes);
        years.transfer(columns);
    }

    private void resize(int size) {
        hash = Arrays.copyOf(hash, size);
        next = Arrays.copyOf(next, size);
        place = Arrays.copyOf(place, size);
        mark = Arrays.copyOf(mark, size);
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
