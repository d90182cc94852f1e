package org.clashmap.map;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column, each once. It only grows, so that codes stay as they are; code 0 is the empty text, for
 * "unknown". Written by one thread; readers take {@link #values()}, which never changes.
 */
final class Dictionary {
    private final Map<String, Integer> codes = new HashMap<>();
    private String[] values = new String[16];
    private int size;

    Dictionary() {
        code("");
    }

    int code(@Nullable String value) {
        String text = value == null ? "" : value;
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = text;
        codes.put(text, size);
        return size++;
    }

    /** A code for a column of bytes; past 255 values, which no vocabulary of the wire format has, that of "unknown". */
    byte smallCode(String value) {
        return codes.containsKey(value) || size < 256 ? (byte) code(value) : 0;
    }

    Values values() {
        return new Values(values, size);
    }

    /** The values at one time: the first {@code size} of an array whose further places may be filled later. */
    @SuppressWarnings("ArrayRecordComponent") // shared, never copied: only this package sees it
    record Values(String[] texts, int size) {
        String get(int code) {
            return texts[code];
        }

        List<String> list() {
            return List.of(Arrays.copyOf(texts, size));
        }

        /** The codes whose value passes, asked once for each value. */
        boolean[] codesOf(Predicate<String> test) {
            boolean[] chosen = new boolean[size];
            for (int i = 0; i < size; i++) {
                chosen[i] = test.test(texts[i]);
            }
            return chosen;
        }
    }
}
