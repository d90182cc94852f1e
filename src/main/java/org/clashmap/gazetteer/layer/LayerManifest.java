package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.gazetteer.GeodataFormat;
import org.clashmap.gazetteer.layer.LayerInfo.SourceFile;

/**
 * The {@code manifest.tsv} of a layer: the lines that the base's manifest has, and besides {@code added}, {@code private}
 * (yes or no) and a {@code source} line per file it was made from.
 */
final class LayerManifest {
    private LayerManifest() {}

    /** A stored layer as {@code gazetteer list} shows it. */
    record Entry(LayerInfo info, String version, long places, long names) {}

    static void write(Path folder, LayerInfo info, LayerWriter.Stored stored, Map<String, String> files)
            throws IOException {
        StringBuilder all = new StringBuilder(info.name());
        files.forEach((file, entry) -> all.append(file).append(entry));
        StringBuilder out = new StringBuilder();
        line(out, "format", GeodataFormat.NUMBER);
        line(out, "version", Checksums.sha256(all.toString()).substring(0, 10));
        line(
                out,
                "layer",
                LayerPlace.LAYER_LETTER,
                info.name(),
                clean(info.terms().attribution()),
                clean(info.terms().licence()),
                clean(info.terms().url()),
                stored.places());
        line(out, "places", stored.places());
        line(out, "names", stored.names());
        line(out, "added", info.added());
        line(out, "private", info.terms().isPrivate() ? "yes" : "no");
        for (SourceFile file : info.files()) {
            line(out, "source", clean(file.name()), file.bytes(), file.sha256(), file.url() == null ? "" : file.url());
        }
        files.forEach((file, entry) -> line(out, "file", file, entry));
        Files.writeString(folder.resolve(GeodataFormat.MANIFEST), out.toString(), StandardCharsets.UTF_8);
    }

    /** @throws IOException when it is missing or damaged; the message says what is wrong */
    static Entry read(Path folder) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        List<SourceFile> files = new ArrayList<>();
        String[] layer = {};
        for (String line : Files.readAllLines(folder.resolve(GeodataFormat.MANIFEST), StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "layer" -> layer = cells;
                case "source" -> files.add(source(cells));
                case "file" -> {}
                default -> facts.put(cells[0], cells.length > 1 ? cells[1] : "");
            }
        }
        if (layer.length < 7 || !facts.containsKey("added")) {
            throw new IOException(GeodataFormat.MANIFEST + " is not a layer's");
        }
        try {
            return new Entry(
                    new LayerInfo(
                            layer[2],
                            new LayerInfo.Terms(layer[3], layer[4], layer[5]),
                            Instant.parse(facts.getOrDefault("added", "")),
                            files),
                    facts.getOrDefault("version", ""),
                    Long.parseLong(facts.getOrDefault("places", "")),
                    Long.parseLong(facts.getOrDefault("names", "")));
        } catch (RuntimeException e) {
            throw new IOException(GeodataFormat.MANIFEST + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static SourceFile source(String[] cells) throws IOException {
        if (cells.length < 5) {
            throw new IOException(GeodataFormat.MANIFEST + " has a source line of " + cells.length + " cells");
        }
        return new SourceFile(cells[1], Long.parseLong(cells[2]), cells[3], cells[4].isEmpty() ? null : cells[4]);
    }

    private static void line(StringBuilder out, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : "\t").append(cells[i]);
        }
        out.append('\n');
    }

    /** A user's text in one cell. */
    private static String clean(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
