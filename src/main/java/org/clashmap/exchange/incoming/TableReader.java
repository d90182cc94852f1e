package org.clashmap.exchange.incoming;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table: cells between commas, semicolons, tabs or bars, quoted as RFC 4180 has it, lines ended as on any system.
 * Rows come one at a time; a row with too few or too many cells is told by its line and the next ones are read on.
 */
final class TableReader {
    private static final int LONGEST_RECORD = 1 << 24;
    /** A cell with more lines than this is a quotation mark that somebody forgot. */
    private static final int MOST_LINES_IN_A_CELL = 300;

    private final ImportFile file;
    private final char separator;
    private final boolean quotes;

    TableReader(ImportFile file, char separator, boolean quotes) {
        this.file = file;
        this.separator = separator;
        this.quotes = quotes;
    }

    /** The first rows as they are, for finding out what they are. */
    List<String[]> head(int rows) {
        List<String[]> head = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = open()) {
            for (CsvRecord row : csv) {
                head.add(row.getFields().toArray(String[]::new));
                if (head.size() == rows) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            // What was read up to here decides; the fault itself is told when the rows are read.
            return head;
        } catch (IOException e) {
            throw file.broken(e);
        } catch (UncheckedIOException e) {
            throw file.broken(new IOException(e.getMessage(), e));
        }
        return head;
    }

    /** @param header true when the first row names the columns */
    void read(Columns columns, boolean header, RowSink sink) {
        try (CsvReader<CsvRecord> csv = open()) {
            boolean first = header;
            for (CsvRecord row : csv) {
                if (first) {
                    first = false;
                } else {
                    row(row, columns, sink);
                }
            }
        } catch (CsvParseException e) {
            throw new ImportException(
                    file.name() + " cannot be read to its end: " + e.getMessage()
                            + "; a quotation mark may have been opened and never closed. What stands before it is kept",
                    e);
        } catch (IOException e) {
            throw file.broken(e);
        } catch (UncheckedIOException e) {
            throw file.broken(new IOException(e.getMessage(), e));
        }
    }

    private void row(CsvRecord record, Columns columns, RowSink sink) {
        String[] cells = record.getFields().toArray(String[]::new);
        long line = record.getStartingLineNumber();
        RowProblem problem = problem(cells, columns);
        if (problem == null) {
            sink.accept(new Row(line, cells, columns.rawOf(cells), null));
        } else {
            sink.reject(line, problem);
        }
    }

    private @Nullable RowProblem problem(String[] cells, Columns columns) {
        for (String cell : cells) {
            if (cell.length() > MOST_LINES_IN_A_CELL) {
                long lines = cell.chars().filter(c -> c == '\n').count();
                if (lines > MOST_LINES_IN_A_CELL) {
                    return new RowProblem(
                            "row_quotes",
                            "a quotation mark is opened here and not closed within " + lines
                                    + " lines, which are lost; double it or take it away");
                }
            }
            if (cell.indexOf(ImportFile.REPLACED) >= 0) {
                return new RowProblem(
                        "row_encoding",
                        RowProblem.excerpt(cell) + " holds bytes that are no "
                                + file.charset().displayName() + "; name the right one with --encoding");
            }
        }
        if (cells.length == columns.count()) {
            return null;
        }
        return new RowProblem(
                "row_columns",
                cells.length + " cells instead of " + columns.count()
                        + "; a cell with the separator in it must stand in quotation marks");
    }

    private CsvReader<CsvRecord> open() {
        Reader reader = file.reader();
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quotes ? '"' : '\0')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(reader);
    }

    /** The separator that the first line has most of, outside of quotes; a comma when there is none. */
    static char separator(String start) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < start.length() && (quoted || start.charAt(i) != '\n'); i++) {
                char c = start.charAt(i);
                quoted ^= c == '"';
                count += c == candidate && !quoted ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
