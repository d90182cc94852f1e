package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.build.Draft.Layer;
import org.clashmap.gazetteer.build.Overrides.Row;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/** Turns the override files into places and adds their names to places of the other sources. */
final class OverridePlaces {
    private final Overrides overrides;

    OverridePlaces(Overrides overrides) {
        this.overrides = overrides;
    }

    /** Settlements known from a cited source. */
    List<Draft> settlements() throws IOException {
        List<Draft> places = new ArrayList<>();
        for (Row row : overrides.read("places.tsv")) {
            Draft place = new Draft(
                    row.get("id"), row.get("feature"), row.get("country"), row.degrees("lon"), row.degrees("lat"));
            place.admin1 = row.get("admin1");
            place.admin2 = row.get("admin2");
            place.formerAdmin2 = row.get("former_admin2");
            place.layer = Layer.OVERRIDES;
            row.list("name").forEach(name -> place.name(NameMark.PLAIN, name));
            row.list("uk").forEach(name -> place.name(NameMark.UKRAINIAN, name));
            row.list("ru").forEach(name -> place.name(NameMark.RUSSIAN, name));
            places.add(place);
        }
        return places;
    }

    /**
     * Countries, each where the largest part of its outline or else its capital lies.
     *
     * @param label a label point by country code
     */
    List<Draft> countries(Map<String, double[]> label) throws IOException {
        List<Draft> places = new ArrayList<>();
        for (Row row : overrides.read("countries.tsv")) {
            String iso2 = row.get("iso2");
            double[] point = label.get(iso2);
            if (point == null) {
                // A territory without a town or outline: nothing to show it by.
                continue;
            }
            Draft place = new Draft("ne:" + iso2, "PCLI", iso2, point[0], point[1]);
            place.known = PlacePrecision.AREA;
            place.layer = Layer.OVERRIDES;
            place.code = row.get("iso3");
            addNames(place, row);
            places.add(place);
        }
        return places;
    }

    /** Moves the label of a country or unit to where maps write its name; a row for an unknown place is a notice. */
    void moveLabels(List<Draft> places, List<Notice> notices) throws IOException {
        Map<String, Draft> byId = byId(places);
        for (Row row : overrides.read("labels.tsv")) {
            Draft place = byId.get(row.get("place"));
            if (place == null || place.known != PlacePrecision.AREA) {
                notices.add(unknown(row, "for the label"));
            } else {
                place.lat = row.degrees("lat");
                place.lon = row.degrees("lon");
            }
        }
    }

    /** Regions without borders, seas and rivers. */
    List<Draft> regions() throws IOException {
        List<Draft> places = new ArrayList<>();
        for (Row row : overrides.read("regions.tsv")) {
            Draft place = new Draft(
                    "rgn:" + row.get("key"),
                    row.get("feature"),
                    row.get("country"),
                    row.degrees("lon"),
                    row.degrees("lat"));
            place.known = PlacePrecision.AREA;
            place.layer = Layer.OVERRIDES;
            place.code = row.degrees("west") + "," + row.degrees("south") + "," + row.degrees("east") + ","
                    + row.degrees("north");
            addNames(place, row);
            places.add(place);
        }
        return places;
    }

    /** Ukrainian names and display names of the raions of 2020, by GeoNames code. */
    void nameRaions(Map<String, Draft> admin2) throws IOException {
        for (Row row : overrides.read("raions.tsv")) {
            Draft old = admin2.get(row.get("code"));
            if (old == null) {
                continue;
            }
            Draft unit = new Draft(old.id, old.featureCode, old.country, old.lon, old.lat);
            unit.admin1 = old.admin1;
            unit.code = old.code;
            unit.known = old.known;
            unit.name(NameMark.PLAIN, row.get("name"));
            String adjective = row.get("uk");
            unit.name(NameMark.UKRAINIAN, adjective + " район");
            unit.name(NameMark.PLAIN, org.clashmap.text.Romanisation.ukrainianName(adjective) + " Raion");
            unit.name(NameMark.PLAIN, org.clashmap.text.Romanisation.ukrainianName(adjective));
            unit.name(NameMark.PLAIN, row.get("name") + " Raion");
            unit.absorb(old);
            admin2.put(row.get("code"), unit);
        }
    }

    /** Codes of raions of 2020 by oblast code, a full stop and the Latin name of a raion or city merged into it. */
    Map<String, String> mergedRaions() throws IOException {
        Map<String, String> merged = new HashMap<>();
        for (Row row : overrides.read("raions.tsv")) {
            String[] code = row.get("code").split("\\.", -1);
            if (code.length != 3) {
                throw new IllegalArgumentException(
                        row.where() + ": code '" + row.get("code") + "' is not like UA.05.1412");
            }
            row.list("former").forEach(old -> merged.put(code[1] + '.' + old, code[2]));
        }
        return merged;
    }

    /** Former, occupation and other names for places of any source; a name for an unknown place is a notice. */
    void addNames(List<Draft> places, List<Notice> notices) throws IOException {
        Map<String, Draft> byId = byId(places);
        for (Row row : overrides.read("names.tsv")) {
            Draft place = byId.get(row.get("place"));
            if (place == null) {
                notices.add(unknown(row, "for the names " + row.get("names")));
                continue;
            }
            if (row.get("kind").equals("main")) {
                place.rename(row.get("names"), row.validity());
            } else {
                NameMark mark = mark(row);
                row.list("names").forEach(name -> place.name(mark, name, row.validity()));
            }
        }
    }

    private static Map<String, Draft> byId(List<Draft> places) {
        Map<String, Draft> byId = new HashMap<>();
        places.forEach(place -> byId.put(place.id, place));
        return byId;
    }

    private static Notice unknown(Row row, String what) {
        return new Notice(
                "override_place_unknown",
                Severity.WARNING,
                row.where(),
                "no fitting place '" + row.get("place") + "' " + what + "; correct its id or drop the row");
    }

    private static NameMark mark(Row row) {
        return switch (row.get("kind")) {
            case "uk" -> NameMark.UKRAINIAN;
            case "ru" -> NameMark.RUSSIAN;
            case "variant" -> NameMark.PLAIN;
            case "historic" -> NameMark.HISTORIC;
            case "occupation" -> NameMark.OCCUPATION;
            default ->
                throw new IllegalArgumentException(row.where() + ": kind '" + row.get("kind")
                        + "' is none of main, uk, ru, variant, historic, occupation");
        };
    }

    private static void addNames(Draft place, Row row) {
        row.list("en").forEach(name -> place.name(NameMark.PLAIN, name));
        row.list("uk").forEach(name -> place.name(NameMark.UKRAINIAN, name));
        row.list("ru").forEach(name -> place.name(NameMark.RUSSIAN, name));
    }
}
