package org.clashmap.gazetteer.layer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.gazetteer.layer.LayerInfo.Terms;
import org.jspecify.annotations.Nullable;

/** Adds files to the layers of a temporary folder, over the repository's own gazetteer, and reads back what is stored. */
final class LayerRun {
    static final Terms TERMS = new Terms("Village survey", "CC BY 4.0", "https://example.org/");
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    final Path folder;
    final Path layers;

    @Nullable
    LayerFormat format;

    @Nullable
    Charset encoding;

    @Nullable
    Terms terms;

    @Nullable
    String name = "test";

    LayerRun(Path folder) {
        this.folder = folder;
        this.layers = folder.resolve("gazetteer");
    }

    LayerRun owned() {
        terms = TERMS;
        return this;
    }

    Path file(String fileName, String text) throws IOException {
        return file(fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String fileName, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(fileName), bytes);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    GazetteerLayers gazetteerLayers() {
        return new GazetteerLayers(layers, InstantSource.fixed(NOW));
    }

    LayerReport add(Path... files) throws IOException {
        LayerRequest request = new LayerRequest(Arrays.asList(files), name, format, encoding, terms, Map.of());
        return gazetteerLayers().add(request, Path.of("geodata"), withLayers -> Geodata.shared(), Progress.silent());
    }

    LayerReport add(String fileName, String text) throws IOException {
        return add(file(fileName, text));
    }

    /** The stored rows by id, each with its section before it, and a space for each run of tabs. */
    Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        List<Path> tables;
        try (Stream<Path> list = Files.list(layers.resolve("test/places"))) {
            tables = list.sorted().toList();
        }
        for (Path table : tables) {
            String country = String.valueOf(table.getFileName()).substring(0, 2);
            String section = "";
            for (String line : lines(table)) {
                if (line.startsWith("@")) {
                    section = line.substring(1).strip().replace('\t', '.');
                } else {
                    String[] cells = line.split("\t", 2);
                    rows.put(cells[0], (country + ' ' + section + ' ' + cells[1]).replaceAll("[ \t]+", " "));
                }
            }
        }
        return rows;
    }

    private static List<String> lines(Path table) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(table))) {
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    /** The rejected rows as they are reported: line, reason and message. */
    List<String> rejected() throws IOException {
        return Files.readAllLines(layers.resolve("test").resolve(Tally.FILE)).stream()
                .skip(1)
                .toList();
    }
}
