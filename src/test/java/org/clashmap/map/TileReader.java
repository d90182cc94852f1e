package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads vector tiles of points, as their specification says and independently of how they are written. */
public final class TileReader {
    private final byte[] bytes;
    private int at;
    private final int end;

    private TileReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        at = from;
        this.end = end;
    }

    /** A feature with its position on a square of 4096. */
    public record Feature(Map<String, Object> properties, int x, int y) {}

    /** The features of each layer. */
    public static Map<String, List<Feature>> read(byte[] tile) {
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        TileReader reader = new TileReader(tile, 0, tile.length);
        while (reader.at < reader.end) {
            int field = (int) reader.varint() >>> 3;
            if (field != 3) {
                throw new AssertionError("field " + field + " of a tile");
            }
            reader.part().layer(layers);
        }
        return layers;
    }

    private void layer(Map<String, List<Feature>> layers) {
        String name = "";
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<TileReader> features = new ArrayList<>();
        long version = 1;
        while (at < end) {
            int field = (int) varint() >>> 3;
            switch (field) {
                case 1 -> name = text();
                case 2 -> features.add(part());
                case 3 -> keys.add(text());
                case 4 -> values.add(part().value());
                case 5 -> varint();
                case 15 -> version = varint();
                default -> throw new AssertionError("field " + field + " of a layer");
            }
        }
        if (version != 2) {
            throw new AssertionError("version " + version);
        }
        List<Feature> read = new ArrayList<>();
        features.forEach(feature -> read.add(feature.feature(keys, values)));
        if (layers.put(name, read) != null) {
            throw new AssertionError("two layers " + name);
        }
    }

    private Feature feature(List<String> keys, List<Object> values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        int[] position = new int[2];
        while (at < end) {
            int field = (int) varint() >>> 3;
            switch (field) {
                case 2 -> {
                    TileReader tags = part();
                    while (tags.at < tags.end) {
                        properties.put(keys.get((int) tags.varint()), values.get((int) tags.varint()));
                    }
                }
                case 3 -> {
                    if (varint() != 1) {
                        throw new AssertionError("not a point");
                    }
                }
                case 4 -> {
                    TileReader geometry = part();
                    if (geometry.varint() != 9) {
                        throw new AssertionError("not one MoveTo");
                    }
                    position[0] = zigzag(geometry.varint());
                    position[1] = zigzag(geometry.varint());
                }
                default -> throw new AssertionError("field " + field + " of a feature");
            }
        }
        return new Feature(properties, position[0], position[1]);
    }

    private Object value() {
        int field = (int) varint() >>> 3;
        return field == 1 ? text() : (Object) varint();
    }

    private static int zigzag(long value) {
        return (int) (value >>> 1 ^ -(value & 1));
    }

    private String text() {
        TileReader part = part();
        return new String(bytes, part.at, part.end - part.at, StandardCharsets.UTF_8);
    }

    private TileReader part() {
        int length = (int) varint();
        TileReader part = new TileReader(bytes, at, at + length);
        at += length;
        return part;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
