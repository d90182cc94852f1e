package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/**
 * Reads the rows of the npm package {@code @z1p/ua}: one JavaScript array of arrays of strings, in which missing values
 * are left blank between commas. Columns: accuracy, two unused, country, latitude, longitude, name, raion, unused,
 * oblast, oblast code, postcode.
 */
final class UkrainePostalReader {
    private static final int COLUMNS = 12;

    private final String source;
    private int at;

    private UkrainePostalReader(String source) {
        this.source = source;
        this.at = source.indexOf('[') + 1;
    }

    static List<UkrainePostal.Row> read(InputStream in, List<Notice> notices) throws IOException {
        UkrainePostalReader reader = new UkrainePostalReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        List<UkrainePostal.Row> rows = new ArrayList<>(30_000);
        int number = 0;
        for (List<String> cells = reader.next(); !cells.isEmpty(); cells = reader.next()) {
            number++;
            try {
                rows.add(row(cells));
            } catch (IllegalArgumentException e) {
                notices.add(new Notice(
                        "postal_row_unreadable",
                        Severity.WARNING,
                        "@z1p/ua row " + number,
                        e.getMessage() + " in " + cells + "; the row is left out"));
            }
        }
        return rows;
    }

    private static UkrainePostal.Row row(List<String> cells) {
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException(cells.size() + " columns instead of " + COLUMNS);
        }
        String name = UkrainePostal.cleanName(cells.get(6));
        if (name.length() < 2 || !NameFilter.isStorable(name)) {
            throw new IllegalArgumentException("name '" + cells.get(6) + "' is no name");
        }
        String accuracy = cells.get(0);
        return new UkrainePostal.Row(
                accuracy.isEmpty() ? 0 : Integer.parseInt(accuracy),
                Double.parseDouble(cells.get(5)),
                Double.parseDouble(cells.get(4)),
                name,
                UkrainePostal.cleanCouncil(cells.get(6)),
                oblast(cells.get(10)),
                UkrainePostal.cleanRaion(cells.get(7)),
                cells.get(11));
    }

    /** The postal files number Kyiv and its oblast the other way round than GeoNames' admin1 codes. */
    private static String oblast(String postalCode) {
        return switch (postalCode) {
            case "12" -> "13";
            case "13" -> "12";
            default -> postalCode;
        };
    }

    /** The next row's cells; empty at the end. */
    private List<String> next() throws IOException {
        int open = source.indexOf('[', at);
        if (open < 0) {
            return List.of();
        }
        at = open + 1;
        List<String> cells = new ArrayList<>(COLUMNS);
        StringBuilder cell = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case '"', '\'' -> string(c, cell);
                case ',' -> {
                    cells.add(cell.toString());
                    cell.setLength(0);
                }
                case ']' -> {
                    cells.add(cell.toString());
                    return cells;
                }
                default -> cell.append(Character.isWhitespace(c) ? "" : c);
            }
        }
        throw new IOException("@z1p/ua ends within a row");
    }

    private void string(char quote, StringBuilder cell) throws IOException {
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote) {
                return;
            }
            cell.append(c == '\\' && at < source.length() ? source.charAt(at++) : c);
        }
        throw new IOException("@z1p/ua ends within a string");
    }
}
