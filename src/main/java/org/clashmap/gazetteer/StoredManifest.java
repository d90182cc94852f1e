package org.clashmap.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code manifest.tsv} says about the stored tables.
 *
 * @param layers names of the layers by the letter that stands for them in the tables
 * @param tables the place tables, in a fixed order
 */
record StoredManifest(
        String version,
        int places,
        int names,
        Map<Character, String> layers,
        List<Gazetteer.Credit> credits,
        List<String> tables) {
    static StoredManifest read(Path geodata) {
        Path file = geodata.resolve(GeodataFormat.MANIFEST);
        if (!Files.exists(file)) {
            throw new GeodataException("no gazetteer in " + geodata + ": " + GeodataFormat.MANIFEST + " is missing");
        }
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8), geodata);
        } catch (IOException | RuntimeException e) {
            if (e instanceof GeodataException known) {
                throw known;
            }
            throw new GeodataException("the gazetteer's " + file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static StoredManifest parse(List<String> lines, Path geodata) {
        Map<String, String> facts = new TreeMap<>();
        Map<Character, String> layers = new TreeMap<>();
        List<Gazetteer.Credit> credits = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "layer" -> {
                    layers.put(cells[1].charAt(0), cells[2]);
                    credits.add(new Gazetteer.Credit(cells[2], cells[3], cells[4], cells[5], Long.parseLong(cells[6])));
                }
                case "file" -> {
                    if (cells[1].startsWith("places/")) {
                        tables.add(cells[1]);
                    }
                }
                default -> facts.put(cells[0], cells.length > 1 ? cells[1] : "");
            }
        }
        String format = facts.getOrDefault("format", "");
        if (!GeodataFormat.isRead(format)) {
            throw new GeodataException("the gazetteer in " + geodata + " has format '" + format
                    + "', this program reads format " + GeodataFormat.NUMBER);
        }
        return new StoredManifest(
                facts.getOrDefault("version", ""),
                Integer.parseInt(facts.getOrDefault("places", "0")),
                Integer.parseInt(facts.getOrDefault("names", "0")),
                Map.copyOf(layers),
                List.copyOf(credits),
                List.copyOf(tables));
    }
}
