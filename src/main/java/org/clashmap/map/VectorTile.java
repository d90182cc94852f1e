package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes points as a Mapbox Vector Tile, version 2.1 of its specification. Used by one thread. */
final class VectorTile {
    static final int EXTENT_BITS = 12;

    private final Bytes tile = new Bytes();

    /** A layer whose features are points. Add features, then {@link #close} it. */
    final class Layer {
        private final String name;
        private final Bytes features = new Bytes();
        private final Bytes tags = new Bytes();
        private final Bytes values = new Bytes();
        private final List<String> keys = new ArrayList<>();
        private final Map<Object, Integer> valueNumbers = new HashMap<>();
        private int valueCount;
        private boolean any;

        Layer(String name) {
            this.name = name;
        }

        /** The number of a property's name. */
        int key(String key) {
            int known = keys.indexOf(key);
            if (known >= 0) {
                return known;
            }
            keys.add(key);
            return keys.size() - 1;
        }

        /** The number of a value that several features may have. */
        int value(Object value) {
            Integer known = valueNumbers.get(value);
            if (known != null) {
                return known;
            }
            int number = value instanceof String text
                    ? newValue(text.getBytes(StandardCharsets.UTF_8))
                    : newValue(((Number) value).longValue());
            valueNumbers.put(value, number);
            return number;
        }

        /** The number of a text that no other feature has. */
        int newValue(byte[] text) {
            Bytes message = new Bytes();
            message.bytes(1, text, text.length);
            values.message(4, message);
            return valueCount++;
        }

        private int newValue(long number) {
            Bytes message = new Bytes();
            message.number(5, number);
            values.message(4, message);
            return valueCount++;
        }

        void tag(int key, int value) {
            tags.varint(key);
            tags.varint(value);
        }

        /** Ends a feature with the tags since the last one. */
        void point(int x, int y) {
            Bytes feature = new Bytes();
            feature.message(2, tags);
            feature.number(3, 1);
            Bytes geometry = new Bytes();
            geometry.varint(9); // one MoveTo
            geometry.varint(x << 1);
            geometry.varint(y << 1);
            feature.message(4, geometry);
            features.message(2, feature);
            tags.clear();
            any = true;
        }

        void close() {
            if (!any) {
                return;
            }
            Bytes layer = new Bytes();
            layer.number(15, 2);
            byte[] title = name.getBytes(StandardCharsets.UTF_8);
            layer.bytes(1, title, title.length);
            layer.append(features);
            for (String key : keys) {
                byte[] text = key.getBytes(StandardCharsets.UTF_8);
                layer.bytes(3, text, text.length);
            }
            layer.append(values);
            layer.number(5, 1 << EXTENT_BITS);
            tile.message(3, layer);
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(tile.bytes, tile.length);
    }

    /** A growing array with the parts of the protocol buffer format that tiles use. */
    private static final class Bytes {
        private byte[] bytes = new byte[64];
        private int length;

        void clear() {
            length = 0;
        }

        private void room(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
            }
        }

        void varint(long value) {
            room(10);
            long left = value;
            while ((left & ~0x7FL) != 0) {
                bytes[length++] = (byte) ((left & 0x7F) | 0x80);
                left >>>= 7;
            }
            bytes[length++] = (byte) left;
        }

        void number(int field, long value) {
            varint(field << 3);
            varint(value);
        }

        void bytes(int field, byte[] content, int size) {
            varint(field << 3 | 2);
            varint(size);
            room(size);
            System.arraycopy(content, 0, bytes, length, size);
            length += size;
        }

        void message(int field, Bytes content) {
            bytes(field, content.bytes, content.length);
        }

        void append(Bytes content) {
            room(content.length);
            System.arraycopy(content.bytes, 0, bytes, length, content.length);
            length += content.length;
        }
    }
}
