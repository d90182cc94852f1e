package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.StoredRow;
import org.clashmap.gazetteer.layer.Intake.Trust;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * КАТОТТГ, Ukraine's codifier of administrative units and territories of communities, as CSV: codes of the levels 1 to 4
 * and an additional one, a category letter (O oblast, K city of special status, P raion, H hromada, M city, T and X
 * settlement, C village, B district of a city), the name. It has no positions: a settlement gives its official name to
 * the only place of that name in its raion, or, where the codifier has the name once in the oblast, to the only one there.
 * A hromada becomes an area at the median of its settlements. The whole table, some 32,000 rows, is held in memory.
 */
final class KatottgReader implements RowReader {
    static final Pattern CODE = Pattern.compile("UA\\d{17}");

    private static final String UKRAINE = "UA";
    private static final int LEVELS = 5;

    /** A row, with the codes of its chain, the last of which is its own. */
    private record Unit(long line, List<String> chain, char category, String name) {
        String code() {
            return chain.getLast();
        }
    }

    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        List<Unit> rows = new ArrayList<>();
        long[] row = new long[1];
        CsvTable.readRecords(text, intake, cells -> {
            row[0]++;
            boolean header = row[0] == 1
                    && cells.stream()
                            .noneMatch(cell -> CODE.matcher(cell.strip()).matches());
            if (!header) {
                rows.add(unit(row[0], cells));
            }
        });
        new Matching(rows, intake).run();
    }

    private static Unit unit(long line, List<String> cells) {
        if (cells.size() < LEVELS + 2) {
            throw new RowProblem(Reason.COLUMNS, cells.size() + " columns instead of at least " + (LEVELS + 2));
        }
        List<String> chain = new ArrayList<>();
        for (String cell : cells.subList(0, LEVELS)) {
            String code = cell.strip();
            if (CODE.matcher(code).matches()) {
                chain.add(code);
            } else if (!code.isEmpty()) {
                throw new RowProblem(Reason.ID, "code '" + Tally.excerpt(code) + "' is not UA and 17 digits");
            }
        }
        String category = cells.get(LEVELS).strip();
        if (chain.isEmpty() || category.length() != 1) {
            throw new RowProblem(
                    Reason.ID,
                    "a row needs its code and a category letter; here it is '" + Tally.excerpt(category) + "'");
        }
        String name = cells.get(LEVELS + 1).strip();
        new NameList().main(NameMark.UKRAINIAN, name);
        return new Unit(line, List.copyOf(chain), Character.toUpperCase(category.charAt(0)), name);
    }

    /** One run over the rows; units are in the order of the codifier, each before what lies in it. */
    private static final class Matching {
        private final List<Unit> rows;
        private final Intake intake;
        /** The base's units by their code in the codifier. */
        private final Map<String, Place> units = new HashMap<>();
        /** How often an oblast has a settlement of a name. */
        private final Map<String, Integer> inOblast = new HashMap<>();
        /** Points of the settlements found, by the code of their hromada. */
        private final Map<String, List<LonLat>> points = new TreeMap<>();

        Matching(List<Unit> rows, Intake intake) {
            this.rows = rows;
            this.intake = intake;
        }

        void run() throws IOException {
            for (Unit row : rows) {
                if (isSettlement(row)) {
                    inOblast.merge(row.chain.getFirst() + row.name, 1, Integer::sum);
                }
            }
            for (Unit row : rows) {
                intake.attempt(row.line, () -> match(row));
            }
            for (Unit row : rows) {
                if (row.category == 'H') {
                    intake.attempt(row.line, () -> hromada(row));
                }
            }
        }

        private static boolean isSettlement(Unit row) {
            return "MTCX".indexOf(row.category) >= 0;
        }

        private void match(Unit row) throws IOException {
            switch (row.category) {
                case 'O' -> first(row, row.name.contains("область") ? row.name : row.name + " область");
                case 'K' -> first(row, row.name);
                case 'P' -> raion(row);
                case 'M', 'T', 'C', 'X' -> settlement(row);
                case 'H' -> {}
                case 'B' -> intake.passOver("districts of cities");
                default -> throw new RowProblem(Reason.FEATURE, "category '" + row.category + "' is not known");
            }
        }

        private void first(Unit row, String name) {
            Place found = null;
            Optional<Place> ukraine = intake.base().findCountry(UKRAINE);
            if (ukraine.isPresent()) {
                for (String spelling : List.of(name, row.name)) {
                    for (Place place : NamedPlaces.in(ukraine.get(), spelling, intake.base())) {
                        found = found == null && place.feature().isAdmin1() ? place : found;
                    }
                }
            }
            remember(row, found, "first-order units");
        }

        private void raion(Unit row) {
            Place oblast = units.get(row.chain.getFirst());
            Place found = null;
            if (oblast != null) {
                for (Place place : NamedPlaces.in(oblast, row.name + " район", intake.base())) {
                    found = found == null && place.feature().isAdmin2() ? place : found;
                }
            }
            remember(row, found, "raions");
        }

        private void remember(Unit row, @Nullable Place found, String what) {
            if (found != null) {
                units.put(row.code(), found);
                intake.passOver(what + " that the base has");
            } else {
                intake.passOver(what + " that are not in the base");
            }
        }

        private void settlement(Unit row) throws IOException {
            Place raion = row.chain.size() > 1 ? units.get(row.chain.get(1)) : null;
            Place oblast = units.get(row.chain.getFirst());
            List<Place> found = raion == null ? List.of() : settlements(row.name, raion);
            boolean once = inOblast.getOrDefault(row.chain.getFirst() + row.name, 0) == 1;
            if (found.isEmpty() && once && oblast != null) {
                found = settlements(row.name, oblast);
            }
            if (found.size() != 1) {
                intake.passOver(
                        found.isEmpty()
                                ? "settlements that are not in the gazetteer"
                                : "settlements with a namesake in their raion");
                return;
            }
            Place place = found.getFirst();
            String hromada = row.chain.size() > 2 ? row.chain.get(2) : "";
            intake.takeNames(
                    place, List.of(new StoredName(row.name, NameMark.UKRAINIAN)), StoredRow.thirdUnit(hromada));
            if (place.precision() == PlacePrecision.POINT && !hromada.isEmpty()) {
                points.computeIfAbsent(hromada, absent -> new ArrayList<>()).add(place.point());
            }
        }

        private List<Place> settlements(String name, Place unit) {
            return NamedPlaces.in(unit, name, intake.base()).stream()
                    .filter(place -> place.feature().isPopulatedPlace())
                    .filter(place -> !place.feature().code().equals("PPLX"))
                    .toList();
        }

        private void hromada(Unit row) throws IOException {
            List<LonLat> members = points.getOrDefault(row.code(), List.of());
            if (members.isEmpty()) {
                intake.passOver("hromadas without a settlement in the gazetteer");
                return;
            }
            double lat = members.stream().mapToDouble(LonLat::lat).sorted().toArray()[members.size() / 2];
            double lon = members.stream().mapToDouble(LonLat::lon).sorted().toArray()[members.size() / 2];
            Place raion = row.chain.size() > 1 ? units.get(row.chain.get(1)) : null;
            String code = raion == null ? "" : intake.units().codeOf(UKRAINE, raion.id());
            int dot = code.indexOf('.');
            LayerPlace.Unit unit = dot < 0
                    ? new LayerPlace.Unit(UKRAINE, "", "", row.code())
                    : new LayerPlace.Unit(UKRAINE, code.substring(0, dot), code.substring(dot + 1), row.code());
            NameList names = new NameList()
                    .main(NameMark.UKRAINIAN, row.name + " громада")
                    .add(NameMark.UKRAINIAN, row.name + " територіальна громада");
            intake.take(
                    new Candidate(
                            "katottg:" + row.code(),
                            "ADM3",
                            unit,
                            new Candidate.Spot(lat, lon, PlacePrecision.AREA),
                            0,
                            names),
                    Trust.COUNTRY);
        }
    }
}
