package org.clashmap.gazetteer.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/**
 * Reads GeoNames' table of places with more than 500 people: 19 columns, as GeoNames' own readme describes them. Rows
 * that cannot be read are left out, each with a notice.
 */
final class GeoNamesCities {
    private static final int COLUMNS = 19;

    private GeoNamesCities() {}

    static List<Draft> read(InputStream in, List<Notice> notices) throws IOException {
        List<Draft> places = new ArrayList<>(200_000);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int line = 0;
        for (String row = reader.readLine(); row != null; row = reader.readLine()) {
            line++;
            String[] cells = row.split("\t", -1);
            try {
                if (cells.length != COLUMNS) {
                    throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS);
                }
                places.add(place(cells));
            } catch (IllegalArgumentException e) {
                notices.add(new Notice(
                        "city_row_unreadable",
                        Severity.WARNING,
                        "cities500.txt line " + line,
                        e.getMessage() + "; the row is left out"));
            }
        }
        return places;
    }

    private static Draft place(String[] cells) {
        String code = cells[7].isEmpty() ? "PPL" : cells[7];
        Draft place = new Draft(
                "gn:" + Long.parseLong(cells[0]),
                code,
                cells[8],
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[4]));
        if (cells[8].length() != 2) {
            throw new IllegalArgumentException("country '" + cells[8] + "' is not a code of two letters");
        }
        place.admin1 = cells[10].equals("00") ? "" : cells[10];
        place.admin2 = cells[11];
        place.population = cells[14].isEmpty() ? 0 : Long.parseLong(cells[14]);
        place.name(NameMark.PLAIN, cells[1]).name(NameMark.PLAIN, cells[2]);
        if (!place.hasNames()) {
            throw new IllegalArgumentException("name '" + cells[1] + "' cannot be stored");
        }
        for (String alternate : cells[3].split(",", -1)) {
            if (NameFilter.isName(alternate)) {
                place.name(NameMark.PLAIN, alternate);
            }
        }
        return place;
    }
}
