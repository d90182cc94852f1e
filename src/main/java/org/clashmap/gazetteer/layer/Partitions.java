package org.clashmap.gazetteer.layer;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows set aside by country and first-order unit until all are read, so that each table can be written in its order with
 * no more than one unit's rows in memory. A small layer never touches the disk; a world's rows spill over into files.
 * Not thread-safe.
 */
final class Partitions {
    private static final long MOST_IN_MEMORY = 48L << 20;

    private final Path folder;
    private final TreeMap<Key, Part> parts = new TreeMap<>();
    private long inMemory;

    Partitions(Path folder) {
        this.folder = folder;
    }

    /** A country and the code of a unit in it. */
    record Key(String country, String admin1) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCountry = country.compareTo(other.country);
            return byCountry != 0 ? byCountry : admin1.compareTo(other.admin1);
        }
    }

    private static final class Part {
        final Path file;
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);

        Part(Path file) {
            this.file = file;
        }
    }

    void add(Key key, String row) throws IOException {
        Part part = parts.get(key);
        if (part == null) {
            part = new Part(folder.resolve("part" + parts.size()));
            parts.put(key, part);
        }
        byte[] line = (row + '\n').getBytes(StandardCharsets.UTF_8);
        part.buffer.write(line);
        inMemory += line.length;
        if (inMemory > MOST_IN_MEMORY) {
            spill();
        }
    }

    Set<String> countries() {
        Set<String> countries = new TreeSet<>();
        parts.keySet().forEach(key -> countries.add(key.country));
        return countries;
    }

    /** The units of a country that have rows, the rows without a unit first. */
    List<Key> keysOf(String country) {
        return parts.keySet().stream()
                .filter(key -> key.country.equals(country))
                .toList();
    }

    /** Takes a row. */
    @FunctionalInterface
    interface Rows {
        void accept(String row) throws IOException;
    }

    /** Gives out the rows of a part in the order they came, one at a time; they are gone afterwards. */
    void take(Key key, Rows rows) throws IOException {
        Part part = parts.get(key);
        if (part == null) {
            return;
        }
        if (Files.exists(part.file)) {
            try (BufferedReader reader = Files.newBufferedReader(part.file)) {
                each(reader, rows);
            }
            Files.delete(part.file);
        }
        byte[] rest = part.buffer.toByteArray();
        part.buffer = new ByteArrayOutputStream(0);
        each(new BufferedReader(new InputStreamReader(new ByteArrayInputStream(rest), StandardCharsets.UTF_8)), rows);
    }

    private static void each(BufferedReader reader, Rows rows) throws IOException {
        for (String row = reader.readLine(); row != null; row = reader.readLine()) {
            rows.accept(row);
        }
    }

    private void spill() throws IOException {
        Files.createDirectories(folder);
        for (Part part : parts.values()) {
            if (part.buffer.size() > 0) {
                try (OutputStream out =
                        Files.newOutputStream(part.file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    part.buffer.writeTo(out);
                }
                part.buffer = new ByteArrayOutputStream(256);
            }
        }
        inMemory = 0;
    }
}
