package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.Writer;
import org.clashmap.event.Event;

/** A few events as the flat table of {@link ExportFormat#CSV}, its cells kept from being taken for formulas. */
public final class FlatTable {
    private FlatTable() {}

    /** Writes the names of the columns and a row for each event; the writer stays open. */
    public static void write(Writer writer, Iterable<Event> events) throws IOException {
        FlatRows rows = FlatRows.load();
        try (TableSink table = new TableSink(writer, rows.columns(), rows::of, true)) {
            for (Event event : events) {
                table.add(event);
            }
        }
    }
}
