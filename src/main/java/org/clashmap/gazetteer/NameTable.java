package org.clashmap.gazetteer;

import java.util.Arrays;
import org.clashmap.text.NameKeys;

/**
 * All spellings, as one block of UTF-8, found through a hash of their folded key. A lookup compares one name, and decodes
 * none. 800,000 names take 25 MB. Filled once, then read by many threads.
 */
final class NameTable {
    /** The mark of a place's main name in memory. */
    static final byte MAIN = 'm';

    private static final int PREFIX_BITS = 1 << 22;

    private static final int MARK_BITS = 3;
    /** What a byte in memory stands for; the index is what the columns hold. */
    private static final byte[] MARKS = {0, MAIN, '+', '*', '=', '-', '!'};

    private static final int[] NONE = {};

    /** Beside each name stands its place and, in the lowest bits, its mark. */
    private final TextColumn text;

    private int count;
    /** Of each name; only while the table is filled or put together with others. */
    private int[] hash;

    private NameIndex index = new NameIndex();
    /** One bit per hash of a beginning of a longer name; a bit set by chance costs a scan one step, never a match. */
    private long[] prefixes = new long[PREFIX_BITS / 64];

    private final NameYears years = new NameYears();
    private char[] decoded = new char[256];
    private char[] folded = new char[512];

    NameTable(int expected) {
        int size = Math.max(16, expected);
        text = new TextColumn(size, 14);
        hash = new int[size];
    }

    /** Adds the spelling that stands in a buffer as UTF-8, without its mark. */
    void add(byte[] buffer, int from, int to, byte nameMark, int placeIndex) {
        if (to - from > decoded.length) {
            decoded = new char[(to - from) * 2];
            folded = new char[(to - from) * 4];
        }
        int chars = decode(buffer, from, to);
        int end = NameKeys.fold(decoded, chars, folded);
        text.add(buffer, from, to, owner(placeIndex, nameMark));
        count(hashAndMarkPrefixes(end));
    }

    /** Sets the years in which the name added last was in force. */
    void dateLast(Validity validity) {
        years.put(count - 1, validity);
    }

    /** Takes over a name of another table, whose beginnings must be {@linkplain #takePrefixes taken over} as well. */
    void add(NameTable other, int name, byte nameMark, int placeIndex) {
        TextColumn texts = other.text;
        text.add(texts.block(), texts.startOf(name), texts.startOf(name + 1), owner(placeIndex, nameMark));
        count(other.hash[name]);
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
        byte more = other.mark(name) == MAIN ? 0 : other.mark(name);
        for (int own = first; own < count; own++) {
            if (hash[own] == other.hash[name]) {
                byte mark = mark(own);
                boolean bothLanguages = (mark == '+' && more == '*') || (mark == '*' && more == '+');
                byte united = bothLanguages ? (byte) '=' : mark == 0 ? more : mark;
                text.number(own, owner(placeIndex, united));
                Validity validity = other.validity(name);
                if (isFormer(united) == isFormer(more)
                        && validity.isKnown()
                        && !validity(own).isKnown()) {
                    years.put(own, validity);
                }
                return;
            }
        }
        add(other, name, more, placeIndex);
    }

    private static int owner(int place, byte mark) {
        for (int code = 0; code < MARKS.length; code++) {
            if (MARKS[code] == mark) {
                return place << MARK_BITS | code;
            }
        }
        throw new IllegalArgumentException("no mark: " + (char) mark);
    }

    private static boolean isFormer(byte mark) {
        return mark == '-' || mark == '!';
    }

    void takePrefixes(NameTable other) {
        for (int i = 0; i < prefixes.length; i++) {
            prefixes[i] |= other.prefixes[i];
        }
    }

    private void count(int key) {
        if (count == hash.length) {
            resize(count + count / 2 + 16);
        }
        hash[count] = key;
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

    /** The names whose folded key this is, in ascending order; an empty array when there are none. */
    int[] find(String foldedKey) {
        int key = keyOf(foldedKey);
        return key < 0 ? NONE : index.namesOf(key);
    }

    /** True when some name has this folded key. */
    boolean contains(String foldedKey) {
        return keyOf(foldedKey) >= 0;
    }

    private int keyOf(String foldedKey) {
        int wanted = hash(foldedKey);
        for (int key = index.startOf(wanted); key < index.endOf(wanted); key++) {
            if (index.hasHash(key, wanted) && hasKey(index.firstOf(key), foldedKey)) {
                return key;
            }
        }
        return -1;
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
        return text.numberOf(name) >> MARK_BITS;
    }

    byte mark(int name) {
        return MARKS[text.numberOf(name) & ((1 << MARK_BITS) - 1)];
    }

    /** The years in which a name was or is in force. */
    Validity validity(int name) {
        return years.of(name);
    }

    String spelling(int name) {
        return text.get(name);
    }

    /** After the last name: gives back what was kept in reserve, and makes names findable. */
    void trim() {
        text.trim();
        years.trim();
        resize(count);
        decoded = new char[0];
        folded = new char[0];
        index = NameIndex.of(hash, count, first -> {
            String key = NameKeys.fold(text.get(first));
            return name -> hasKey(name, key);
        });
    }

    /** Gives back what only serves to put tables together. */
    void settle() {
        hash = NONE;
    }

    /** Writes a trimmed table to a snapshot, or fills an empty one from it. */
    void transfer(Columns columns) {
        count = columns.number(count);
        text.transfer(columns);
        index.transfer(columns);
        prefixes = columns.longs(prefixes);
        years.transfer(columns);
        settle();
    }

    private void resize(int size) {
        hash = Arrays.copyOf(hash, size);
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
