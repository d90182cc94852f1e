package org.clashmap.exchange.incoming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of a vocabulary and what they mean in ours, looked up by the longest beginning that is listed: "1953" by "195". */
record PrefixTable(Map<String, String> rows) {

    /**
     * Reads {@code exchange/tables/NAME.tsv}: code, tab, meaning; lines with # are comment.
     *
     * @param column which of the meanings, from 1
     */
    static PrefixTable load(String name, int column) {
        String path = "/exchange/tables/" + name + ".tsv";
        Map<String, String> rows = new LinkedHashMap<>();
        try (InputStream in = PrefixTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new ImportException("there is no table \"" + name + "\" of codes");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (!line.startsWith("#") && cells.length > column && !cells[column].isEmpty()) {
                    rows.put(cells[0], cells[column]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PrefixTable(rows);
    }

    @Nullable
    String find(String code) {
        for (int end = code.length(); end > 0; end--) {
            String meaning = rows.get(code.substring(0, end));
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }
}
