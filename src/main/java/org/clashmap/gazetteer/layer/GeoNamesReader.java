package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.StoredRow;
import org.clashmap.gazetteer.layer.Intake.Trust;

/**
 * GeoNames' dump of a country or of all: 19 columns between tabs, no header, as the dump's own readme describes them.
 * Settlements, administrative units and air fields are taken. A unit that the base has under its code gives it its names.
 */
final class GeoNamesReader implements RowReader {
    static final int COLUMNS = 19;

    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        RowReader.eachRow(text, intake, COLUMNS, cells -> row(cells, intake));
    }

    private static void row(String[] cells, Intake intake) throws IOException {
        String code = cells[7].isEmpty() && cells[6].equals("P") ? "PPL" : cells[7];
        if (!Features.isTaken(cells[6], code)) {
            intake.passOver("places of other feature classes (GeoNames " + featureClass(cells[6]) + ")");
            return;
        }
        String id = "gn:" + RowReader.number(cells[0]);
        String country = cells[8].isEmpty() ? "" : intake.countries().codeOf(cells[8]);
        String admin1 = cells[10].equals("00") ? "" : cells[10];
        String admin2 = admin1.isEmpty() ? "" : cells[11];
        NameList names = new NameList()
                .main(NameMark.PLAIN, cells[1])
                .add(NameMark.PLAIN, cells[2])
                .addNamesOf(cells[3], ',');
        boolean unit = Features.isUnit(code);
        if (unit && addedToBase(intake, id, code, country, admin1, admin2, names)) {
            return;
        }
        PlacePrecision precision = unit ? PlacePrecision.AREA : PlacePrecision.POINT;
        intake.take(
                new Candidate(
                        id,
                        code,
                        unit(code, country, admin1, admin2, cells[12]),
                        Candidate.Spot.parse(cells[4], cells[5], precision),
                        RowReader.population(cells[14]),
                        names),
                Trust.COUNTRY);
    }

    private static String featureClass(String cell) {
        return cell.length() == 1 && Character.isLetter(cell.charAt(0)) ? cell : "none";
    }

    private static LayerPlace.Unit unit(String code, String country, String admin1, String admin2, String third) {
        // Codes of the third order are told apart only within their second-order unit.
        String admin3 = admin2.isEmpty() || third.isEmpty() ? "" : admin1 + '.' + admin2 + '.' + third;
        return switch (code) {
            case "ADM1" -> new LayerPlace.Unit(country, "", "", admin1);
            case "ADM2" -> new LayerPlace.Unit(country, admin1, "", admin2);
            case "ADM3" -> new LayerPlace.Unit(country, admin1, admin2, admin3);
            default ->
                new LayerPlace.Unit(country, admin1, admin2, code.startsWith("PP") ? StoredRow.thirdUnit(admin3) : "");
        };
    }

    private static boolean addedToBase(
            Intake intake, String id, String code, String country, String admin1, String admin2, NameList names)
            throws IOException {
        Gazetteer base = intake.base();
        boolean first = code.equals("ADM1") && !admin1.isEmpty();
        boolean second = code.equals("ADM2") && !admin2.isEmpty();
        if (!first && !second) {
            return false;
        }
        Optional<Place> there = base.find(intake.units().idOf(country, first ? admin1 : admin1 + '.' + admin2));
        List<StoredName> list = names.toList();
        if (there.isPresent()) {
            intake.takeUnit(id, there.get(), list);
        }
        return there.isPresent();
    }
}
