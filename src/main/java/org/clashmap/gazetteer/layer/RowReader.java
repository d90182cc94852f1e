package org.clashmap.gazetteer.layer;

import java.io.IOException;

/** Reads the rows of one format. */
@FunctionalInterface
interface RowReader {
    /** Reads a file to its end, one row after the other. */
    void read(SourceText text, Intake intake) throws IOException;

    /**
     * Goes through a text of lines with cells between tabs and no quotes.
     *
     * @param columns how many cells a row must have
     */
    static void eachRow(SourceText text, Intake intake, int columns, Cells row) throws IOException {
        Lines lines = new Lines(text.reader());
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isEmpty()) {
                String current = line;
                intake.attempt(lines.number(), () -> {
                    lines.check(current);
                    row.read(cells(current, columns));
                });
            }
        }
    }

    private static String[] cells(String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
            throw new RowProblem(
                    Reason.COLUMNS, cells.length + " columns instead of " + columns + ", separated by tabs");
        }
        return cells;
    }

    /** One row's cells. */
    @FunctionalInterface
    interface Cells {
        void read(String[] cells) throws IOException;
    }

    /** A whole number of people, 0 for an empty cell. */
    static long population(String cell) {
        String clean = cell.strip();
        if (clean.isEmpty()) {
            return 0;
        }
        try {
            long value = Long.parseLong(clean);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is expected.
        }
        throw new RowProblem(Reason.NUMBER, "population '" + Tally.excerpt(clean) + "' is not a whole number");
    }

    /** The number of an id, which must be one. */
    static String number(String cell) {
        if (cell.isEmpty() || cell.length() > 18 || !cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RowProblem(Reason.ID, "id '" + Tally.excerpt(cell) + "' is not a number");
        }
        return cell;
    }
}
