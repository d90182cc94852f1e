package org.clashmap.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tab-separated tables beside this package's resources; a line that starts with "# " is a comment. */
final class ActorTables {
    private ActorTables() {}

    /**
     * The rows of a table, in file order, each with exactly {@code columns} cells; missing trailing cells are empty.
     *
     * @param path below {@code /extract/}
     */
    static List<List<String>> rows(String path, int columns) {
        try (InputStream in = ActorTables.class.getResourceAsStream("/extract/" + path)) {
            if (in == null) {
                throw new IllegalStateException("table /extract/" + path + " is not on the class path");
            }
            List<List<String>> rows = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(cells(path, line, columns));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read table " + path, e);
        }
    }

    private static List<String> cells(String path, String line, int columns) {
        List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
        if (cells.size() > columns) {
            throw new IllegalStateException(path + ": " + cells.size() + " cells, at most " + columns + ": " + line);
        }
        while (cells.size() < columns) {
            cells.add("");
        }
        return List.copyOf(cells);
    }
}
