package org.clashmap.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the small tables that ship with the program on its class path: one row a line, columns apart by a tab or by two
 * spaces or more, {@code #} at the start for a comment line. The last column is often a comment and may be left out.
 */
public final class WordTable {
    private static final Pattern COLUMNS = Pattern.compile("\t| {2,}");

    /**
     * A row.
     *
     * @param where table and line, for messages
     */
    public record Row(String where, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A cell by its column, from 0; empty where the row is shorter or has only {@code -} there. */
        public String get(int column) {
            return column < cells.size() && !cells.get(column).equals("-") ? cells.get(column) : "";
        }

        /** What to throw when a row cannot be used: the program's own table is at fault, not its user. */
        public IllegalStateException wrong(String what) {
            return new IllegalStateException(where + ": " + what);
        }
    }

    private WordTable() {}

    /**
     * The rows of a table in its order.
     *
     * @param name on the class path, without {@code .tsv}: {@code extract/triggers/en/words}
     */
    public static List<Row> rows(String name) {
        String resource = "/" + name + ".tsv";
        return parse(resource, List.of(content(resource).split("\n", -1)));
    }

    /** As {@link #rows(String)}; no rows where there is no such table, as for a language that is not read in full. */
    public static List<Row> rowsIfAny(String name) {
        return exists(name) ? rows(name) : List.of();
    }

    public static boolean exists(String name) {
        return WordTable.class.getResource("/" + name + ".tsv") != null;
    }

    /**
     * The rows of a table's lines.
     *
     * @param table what the table is called in messages
     */
    public static List<Row> parse(String table, List<String> lines) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            String trimmed = line.strip();
            if (!trimmed.isEmpty() && trimmed.charAt(0) != '#') {
                rows.add(new Row(table + " line " + number, List.of(COLUMNS.split(trimmed, -1))));
            }
        }
        return List.copyOf(rows);
    }

    /** As {@link #rows(String)}; throws where a row has more than so many cells, the sign of a stray tab. */
    public static List<Row> rows(String name, int columns) {
        List<Row> rows = rows(name);
        for (Row row : rows) {
            if (row.cells().size() > columns) {
                throw row.wrong(row.cells().size() + " cells, at most " + columns);
            }
        }
        return rows;
    }

    private static String content(String resource) {
        try (InputStream in = WordTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: no " + resource + ". Build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
