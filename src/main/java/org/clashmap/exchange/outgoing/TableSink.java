package org.clashmap.exchange.outgoing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/** A comma-separated table (RFC 4180), one row for an event. */
final class TableSink implements EventSink {
    private final CsvWriter csv;
    private final Writer writer;
    private final Function<Event, Optional<List<@Nullable String>>> rowOf;
    private final boolean guarded;
    private long leftOut;

    /**
     * @param rowOf the cells of an event; empty when the layout has no place for it
     * @param guarded whether cells are kept from being taken for formulas
     */
    TableSink(
            Writer writer,
            List<String> columns,
            Function<Event, Optional<List<@Nullable String>>> rowOf,
            boolean guarded) {
        this.writer = writer;
        this.rowOf = rowOf;
        this.guarded = guarded;
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(columns);
    }

    @Override
    public void add(Event event) {
        Optional<List<@Nullable String>> row = rowOf.apply(event);
        if (row.isEmpty()) {
            leftOut++;
            return;
        }
        List<String> cells = new ArrayList<>(row.get().size());
        for (String cell : row.get()) {
            cells.add(cell == null ? "" : guarded ? CellGuard.guard(cell) : cell);
        }
        csv.writeRecord(cells);
    }

    @Override
    public long leftOut() {
        return leftOut;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        writer.flush();
    }
}
