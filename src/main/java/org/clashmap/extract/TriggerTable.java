package org.clashmap.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the tables under {@code extract/triggers}: one row a line, columns apart by a tab or two spaces or more, {@code -}
 * for an empty cell, {@code #} for a comment line. The last column is the comment and may be left out.
 */
final class TriggerTable {
    private static final Pattern COLUMNS = Pattern.compile("\\t+| {2,}");

    /** A row with the place it stands at, for messages. */
    record Row(String where, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        String get(int column) {
            return column < cells.size() && !cells.get(column).equals("-") ? cells.get(column) : "";
        }

        IllegalStateException wrong(String what) {
            return new IllegalStateException(where + ": " + what);
        }
    }

    private TriggerTable() {}

    static List<Row> rows(String name) {
        String resource = "/extract/triggers/" + name + ".tsv";
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : content(resource).split("\n", -1)) {
            number++;
            String trimmed = line.strip();
            if (!trimmed.isEmpty() && trimmed.charAt(0) != '#') {
                rows.add(new Row(resource + " line " + number, List.of(COLUMNS.split(trimmed, -1))));
            }
        }
        return rows;
    }

    private static String content(String resource) {
        try (InputStream in = TriggerTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: no " + resource + ". Build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
