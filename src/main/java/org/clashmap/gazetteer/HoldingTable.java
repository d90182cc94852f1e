package org.clashmap.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Disputed and occupied land from {@code overrides/holdings.tsv}, by the id of the territory. Immutable. */
final class HoldingTable {
    static final String FILE = "overrides/holdings.tsv";
    private static final int COLUMNS = 8;

    private final Map<String, List<Holding>> byTerritory = new HashMap<>();

    private HoldingTable() {}

    /** Reads the table; without one nothing is disputed. */
    static HoldingTable load(Path geodata) {
        HoldingTable table = new HoldingTable();
        Path file = geodata.resolve(FILE);
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("territory\t")) {
                    table.add(line.split("\t", -1), number);
                }
            }
        } catch (NoSuchFileException none) {
            return table;
        } catch (IOException e) {
            throw new GeodataException(file + " cannot be read (" + e.getMessage() + ")", e);
        }
        return table;
    }

    private void add(String[] cells, int number) {
        if (cells.length != COLUMNS || cells[6].isBlank() || !cells[7].startsWith("https://")) {
            throw new GeodataException(FILE + " line " + number
                    + " is not: territory, holder, extent, from, to, claimed by, reason, link; correct it");
        }
        Holding holding;
        try {
            holding = new Holding(cells[1], isPart(cells[2]), cells[3], cells[4], parts(cells[5]), cells[6], cells[7]);
        } catch (IllegalArgumentException e) {
            throw new GeodataException(FILE + " line " + number + ": " + e.getMessage() + "; correct it", e);
        }
        for (String territory : parts(cells[0])) {
            byTerritory.computeIfAbsent(territory, key -> new ArrayList<>(1)).add(holding);
        }
    }

    private static boolean isPart(String extent) {
        return switch (extent) {
            case "whole" -> false;
            case "part" -> true;
            default -> throw new IllegalArgumentException("extent '" + extent + "' is neither whole nor part");
        };
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    List<Holding> of(String territory) {
        return byTerritory.getOrDefault(territory, List.of());
    }

    /** Ids of all territories. */
    List<String> territories() {
        return byTerritory.keySet().stream().sorted().toList();
    }
}
