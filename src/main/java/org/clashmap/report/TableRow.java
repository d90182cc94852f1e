package org.clashmap.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table as one line. A row of a list of events says in its cells what a sentence says in its clauses, so the
 * cells stay together; "; " keeps them apart.
 */
final class TableRow {
    private TableRow() {}

    static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replaceAll("\\s+", " ").strip())
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
