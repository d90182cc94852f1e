package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.StoredRow;
import org.clashmap.gazetteer.build.Overrides.Row;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/**
 * Gives towns and units the country that ISO 3166 and the United Nations give them, where a source has another: Golan,
 * Western Sahara, and territories with a code of their own. Applied before anything is tied to units. For one build.
 */
final class Lands {
    private final Map<String, Row> rows = new HashMap<>();

    Lands(Overrides overrides) throws IOException {
        for (Row row : overrides.read("lands.tsv")) {
            rows.put(row.get("place"), row);
        }
    }

    /** Moves towns, whose second-order unit is no more known then; a row for an unknown town is a notice. */
    void move(List<Draft> towns, List<Notice> notices) {
        Map<String, Row> left = new HashMap<>(rows);
        left.keySet().removeIf(place -> !StoredRow.isGeoNames(place));
        for (Draft town : towns) {
            Row row = left.remove(town.id);
            if (row != null) {
                town.country = row.get("country");
                town.admin1 = row.get("admin1");
                town.admin2 = "";
            }
        }
        left.values().stream()
                .sorted((a, b) -> a.where().compareTo(b.where()))
                .forEach(row -> notices.add(unknown(row)));
    }

    private static Notice unknown(Row row) {
        return new Notice(
                "override_place_unknown",
                Severity.WARNING,
                row.where(),
                "no town '" + row.get("place") + "' to move; correct its id or drop the row");
    }

    /** The shapes, those that are moved with the country and the code they have then. */
    List<NaturalEarthUnit> moved(List<NaturalEarthUnit> shapes) {
        List<NaturalEarthUnit> moved = new ArrayList<>(shapes.size());
        for (NaturalEarthUnit shape : shapes) {
            Row row = rows.get("ne:" + shape.iso());
            moved.add(row == null ? shape : shape.in(row.get("country"), codeIn(row)));
        }
        return moved;
    }

    private static String codeIn(Row row) {
        return row.get("admin1").isEmpty() ? "" : row.get("country") + '.' + row.get("admin1");
    }

    /** The names of first-order units by code; those of moved ones by the code they have then. */
    Map<String, String> renamed(Map<String, String> admin1Names) {
        Map<String, String> renamed = new HashMap<>();
        admin1Names.forEach((code, name) -> {
            Row row = rows.get("gn:" + code);
            renamed.put(row == null ? code : codeIn(row), name);
        });
        return renamed;
    }
}
