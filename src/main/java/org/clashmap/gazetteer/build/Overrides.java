package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.Validity;

/**
 * The hand-edited part of {@code geodata/}: tab-separated files whose first line names the columns; lines that start
 * with # are remarks. A mistake stops the build with the file and line, since somebody has just made it.
 */
final class Overrides {
    private final Path folder;

    Overrides(Path folder) {
        this.folder = folder;
    }

    /** A row by column name. */
    record Row(String where, Map<String, String> cells) {
        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(where + ": no column '" + column + "'; it has " + cells.keySet());
            }
            return cell;
        }

        double degrees(String column) {
            try {
                return Double.parseDouble(get(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(where + ": " + column + " '" + get(column) + "' is no number", e);
            }
        }

        /** The years in the columns {@code from} and {@code to}, either of which may be empty. */
        Validity validity() {
            try {
                return Validity.of(get("from"), get("to"));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
            }
        }

        /** Values separated by a vertical bar. */
        List<String> list(String column) {
            return Arrays.stream(get(column).split("\\|", -1))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
    }

    /** The rows of a file; none when there is no such file. */
    List<Row> read(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<Row> rows = new ArrayList<>();
        String[] header = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (header == null) {
                header = cells;
                continue;
            }
            String where = name + " line " + (i + 1);
            if (cells.length != header.length) {
                throw new IllegalArgumentException(
                        where + ": " + cells.length + " columns instead of " + header.length + " in '" + line + "'");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.length; column++) {
                row.put(header[column], cells[column].strip());
            }
            rows.add(new Row(where, row));
        }
        return rows;
    }
}
