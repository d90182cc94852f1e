package org.clashmap.gazetteer.layer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tables of spreadsheets and queries: cells between commas, semicolons or tabs (found from the first line), quoted as RFC
 * 4180 has it, in any order under a header of column names. Rows come one at a time.
 */
final class CsvTable {
    private static final int HEAD = 1 << 14;
    private static final int LONGEST_RECORD = 1 << 22;
    /** A cell with more lines than this is a quotation mark that somebody forgot. */
    private static final int MOST_LINES_IN_A_CELL = 10;

    private CsvTable() {}

    /** One row by its column names, which are in small letters. */
    record Row(Map<String, Integer> columns, List<String> cells) {
        boolean has(String column) {
            return columns.containsKey(column);
        }

        /** The cell of the first of these columns that is there and filled; empty when there is none. */
        String get(String... names) {
            for (String name : names) {
                Integer index = columns.get(name);
                if (index != null && !cells.get(index).isBlank()) {
                    return cells.get(index);
                }
            }
            return "";
        }
    }

    /** Takes a row. */
    @FunctionalInterface
    interface Rows {
        void read(Row row) throws IOException;
    }

    /** Takes the cells of a row of a table without header. */
    @FunctionalInterface
    interface Records {
        void read(List<String> cells) throws IOException;
    }

    /** Reads a table with a header. */
    static void read(SourceText text, Intake intake, Set<String> needed, Rows rows) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        readRecords(text, intake, cells -> {
            if (columns.isEmpty()) {
                for (int i = 0; i < cells.size(); i++) {
                    columns.putIfAbsent(columnName(cells.get(i)), i);
                }
                checkHeader(text, columns, needed);
            } else if (cells.size() != columns.size()) {
                throw new RowProblem(
                        Reason.COLUMNS, cells.size() + " columns instead of the " + columns.size() + " of the header");
            } else {
                rows.read(new Row(columns, cells));
            }
        });
    }

    static String columnName(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private static void checkHeader(SourceText text, Map<String, Integer> columns, Set<String> needed) {
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new LayerException(
                    LayerException.Fault.REQUEST,
                    text.name() + " has no column "
                            + String.join(
                                    " and none ", missing.stream().sorted().toList()) + "; its first line names: "
                            + Tally.excerpt(String.join(", ", columns.keySet())));
        }
    }

    /** Reads a table row by row, the first one included. */
    static void readRecords(SourceText text, Intake intake, Records records) throws IOException {
        PushbackReader reader = new PushbackReader(text.reader(), HEAD);
        String head = head(reader, HEAD);
        reader.unread(head.toCharArray());
        char separator = separator(head);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(separator == '\t' ? '\0' : '"')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(reader)) {
            for (CsvRecord row : csv) {
                intake.attempt(row.getStartingLineNumber(), () -> {
                    check(row);
                    records.read(row.getFields());
                });
            }
        } catch (CsvParseException e) {
            throw new LayerException(
                    text.name() + " cannot be read to its end: " + e.getMessage()
                            + ". A quotation mark may have been opened and never closed",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void check(CsvRecord row) {
        for (String cell : row.getFields()) {
            long lines = cell.chars().filter(c -> c == '\n').count();
            if (lines > MOST_LINES_IN_A_CELL) {
                throw new RowProblem(
                        Reason.QUOTES,
                        "a quotation mark is opened here and not closed within " + lines + " lines, which are lost");
            }
            Lines.checkEncoding(cell);
        }
    }

    /** The separator that the first line has most of, outside of quotes. */
    static char separator(String head) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < head.length() && (quoted || head.charAt(i) != '\n'); i++) {
                char c = head.charAt(i);
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

    /** Reads up to the first lines of a text, for finding out what it is. */
    static String head(Reader reader, int length) throws IOException {
        char[] buffer = new char[length];
        int filled = 0;
        for (int read = 0; read >= 0 && filled < length; read = reader.read(buffer, filled, length - filled)) {
            filled += read;
        }
        return new String(buffer, 0, filled);
    }
}
