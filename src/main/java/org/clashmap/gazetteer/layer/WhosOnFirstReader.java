package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.layer.Intake.Trust;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;

/**
 * Tables of Who's On First: a header of column names between tabs, then one place a row. Needed are id, placetype, name,
 * lat and lon; names by language (eng, ukr, rus, ara, fra and the variants eng_v, ukr_v, rus_v between vertical bars),
 * population, country and the GeoNames id are used where there. Places that are deprecated or no longer current are passed
 * over. A place with a GeoNames id gets that id, unless the base has the id far away: such ties are wrong. Where the base
 * has a point for the id and the table's lies farther off than one place may be, only the names are taken: many positions
 * here are the middle of an outline drawn from photographs or of a municipality, kilometres from the town.
 */
final class WhosOnFirstReader implements RowReader {
    static final Set<String> NEEDED = Set.of("id", "placetype", "name", "lat", "lon");

    private static final double WRONG_TIE_METERS = 30_000;
    /** Within this a tie is believed though the names differ. */
    private static final double BELIEVED_TIE_METERS = 10_000;

    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        Lines lines = new Lines(text.reader());
        String header = lines.next();
        Map<String, Integer> columns = columns(header == null ? "" : header);
        if (!columns.keySet().containsAll(NEEDED)) {
            throw new LayerException(
                    LayerException.Fault.REQUEST,
                    text.name() + " has not all of the columns id, placetype, name, lat, lon in its first line");
        }
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isEmpty()) {
                String current = line;
                intake.attempt(lines.number(), () -> {
                    lines.check(current);
                    row(new Row(List.of(current.split("\t", -1)), columns), intake);
                });
            }
        }
    }

    static Map<String, Integer> columns(String header) {
        Map<String, Integer> columns = new HashMap<>();
        String[] names = header.split("\t", -1);
        for (int i = 0; i < names.length; i++) {
            columns.putIfAbsent(names[i].strip(), i);
        }
        return columns;
    }

    private record Row(List<String> cells, Map<String, Integer> columns) {
        Row {
            if (cells.size() != columns.size()) {
                throw new RowProblem(
                        Reason.COLUMNS, cells.size() + " columns instead of the " + columns.size() + " of the header");
            }
        }

        String get(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : cells.get(index);
        }

        String first(String column, String fallback) {
            String value = get(column);
            return value.isBlank() ? get(fallback) : value;
        }
    }

    private static void row(Row row, Intake intake) throws IOException {
        if (!row.get("deprecated").isBlank() || row.get("repo_current").equals("0")) {
            intake.passOver("places that are deprecated or no longer current");
            return;
        }
        String id = "wof:" + RowReader.number(row.get("id"));
        String country = row.get("country").isBlank() ? "" : intake.countries().codeOf(row.get("country"));
        switch (row.get("placetype")) {
            case "locality" -> settlement(row, id, "PPL", country, intake);
            case "borough", "macrohood", "neighbourhood" -> settlement(row, id, "PPLX", country, intake);
            case "localadmin" -> unit(row, id, "ADM3", country, intake);
            case "county" -> unit(row, id, "ADM2", country, intake);
            case "region" -> unit(row, id, "ADM1", country, intake);
            default -> intake.passOver("placetype " + Tally.excerpt(row.get("placetype")));
        }
    }

    private static Candidate.Spot spot(Row row, PlacePrecision precision) {
        return Candidate.Spot.parse(row.first("lbl_lat", "lat"), row.first("lbl_lon", "lon"), precision);
    }

    private static NameList names(Row row) {
        NameList names = new NameList().add(NameMark.PLAIN, row.get("eng"));
        return names.main(NameMark.PLAIN, row.get("name"))
                .addAll(NameMark.UKRAINIAN, row.get("ukr"), '|')
                .addAll(NameMark.RUSSIAN, row.get("rus"), '|')
                .addAll(NameMark.PLAIN, row.get("eng_v"), '|')
                .addAll(NameMark.UKRAINIAN, row.get("ukr_v"), '|')
                .addAll(NameMark.RUSSIAN, row.get("rus_v"), '|')
                .add(NameMark.PLAIN, row.get("ara"))
                .add(NameMark.PLAIN, row.get("fra"));
    }

    private static void settlement(Row row, String id, String code, String country, Intake intake) throws IOException {
        Candidate.Spot spot = spot(row, PlacePrecision.POINT);
        NameList names = names(row);
        String own = row.get("gn_id").isBlank() ? id : "gn:" + RowReader.number(row.get("gn_id"));
        Optional<Place> tied = own.equals(id) ? Optional.empty() : intake.base().find(own);
        double meters = tied.map(place -> metersFromPoint(place, spot)).orElse(0.0);
        if (meters > InnerFusion.SAME_PLACE_METERS && isSame(tied.get(), meters, names.toList(), intake.base())) {
            intake.takeNames(tied.get(), names.toList());
            return;
        }
        if (!own.equals(id) && (meters > WRONG_TIE_METERS || intake.has(own))) {
            own = id;
        }
        Candidate place =
                new Candidate(own, code, Candidate.in(country), spot, RowReader.population(row.get("pop")), names);
        intake.take(place, Trust.POSITION);
    }

    /** How far a position is from the point of a place; 0 where the place has none or the position is not on Earth. */
    private static double metersFromPoint(Place place, Candidate.Spot spot) {
        boolean comparable =
                place.precision() == PlacePrecision.POINT && Math.abs(spot.lat()) <= 90 && Math.abs(spot.lon()) <= 180;
        return comparable ? Geodesy.distanceMeters(place.point(), new LonLat(spot.lon(), spot.lat())) : 0;
    }

    private static boolean isSame(Place tied, double meters, List<StoredName> names, Gazetteer base) {
        return meters <= BELIEVED_TIE_METERS
                || (meters <= WRONG_TIE_METERS
                        && names.stream()
                                .anyMatch(name -> NamedPlaces.in(tied, name.spelling(), base)
                                        .contains(tied)));
    }

    /** A unit that the base has by one of its names gives it its names; another is stored as an area of its own. */
    private static void unit(Row row, String id, String code, String country, Intake intake) throws IOException {
        Candidate.Spot spot = spot(row, PlacePrecision.AREA);
        NameList names = names(row);
        boolean readable = Math.abs(spot.lat()) <= 90 && Math.abs(spot.lon()) <= 180;
        Optional<Place> first =
                readable ? intake.base().findAdmin1At(new LonLat(spot.lon(), spot.lat())) : Optional.empty();
        Optional<Place> same = first.flatMap(admin1 -> sameUnit(code, admin1, names.toList(), intake.base()));
        if (same.isPresent()) {
            intake.takeUnit(id, same.get(), names.toList());
        } else if (code.equals("ADM1")) {
            intake.passOver("regions that the base does not have under the same name");
        } else {
            intake.take(
                    new Candidate(id, code, Candidate.in(country), spot, RowReader.population(row.get("pop")), names),
                    Trust.POSITION);
        }
    }

    private static Optional<Place> sameUnit(String code, Place admin1, List<StoredName> names, Gazetteer base) {
        if (code.equals("ADM3")) {
            return Optional.empty();
        }
        for (StoredName name : names) {
            for (Place place : NamedPlaces.in(admin1, name.spelling(), base)) {
                boolean fits = code.equals("ADM1")
                        ? place.id().equals(admin1.id())
                        : place.feature().isAdmin2();
                if (fits) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }
}
