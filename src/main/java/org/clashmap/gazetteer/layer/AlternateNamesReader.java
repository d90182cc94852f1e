package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.Set;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.Validity;
import org.clashmap.gazetteer.build.NameFilter;

/**
 * GeoNames' alternateNamesV2: names with language, kind and validity for places of the same layer or of the base. Ten
 * columns between tabs (eight in the older form): id, GeoNames id, language, name, preferred, short, colloquial, historic,
 * from, to. A name that is marked historic or has an end is a historic one. Of from and to, which come in many forms, the
 * year is kept.
 */
final class AlternateNamesReader implements RowReader {
    static final int COLUMNS = 10;
    static final int OLD_COLUMNS = 8;

    /** What stands in the language column and is none. */
    private static final Set<String> NO_LANGUAGE =
            Set.of("link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon", "piny", "fr_1793");

    private final int columns;

    AlternateNamesReader(int columns) {
        this.columns = columns;
    }

    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        RowReader.eachRow(text, intake, columns, cells -> row(cells, intake));
    }

    private static void row(String[] cells, Intake intake) throws IOException {
        String language = cells[2];
        String name = cells[3].strip();
        if (NO_LANGUAGE.contains(language)) {
            intake.passOver("codes and links among the names");
        } else if (!NameFilter.isName(name) || !NameFilter.isStorable(name)) {
            intake.passOver("spellings that are no name");
        } else {
            boolean ended = cells.length == COLUMNS && !cells[9].isBlank();
            NameMark mark = cells[7].equals("1") || ended ? NameMark.HISTORIC : ofLanguage(language);
            Validity years = cells.length == COLUMNS ? StatedYears.between(cells[8], cells[9]) : Validity.UNKNOWN;
            NameList names = new NameList().add(mark, name, years);
            String id = "gn:" + RowReader.number(cells[1]);
            if (names.isEmpty() || !intake.takeName(id, names.toList().getFirst())) {
                intake.passOver("names of places that neither this layer nor the base has");
            }
        }
    }

    private static NameMark ofLanguage(String language) {
        return switch (language) {
            case "uk" -> NameMark.UKRAINIAN;
            case "ru" -> NameMark.RUSSIAN;
            default -> NameMark.PLAIN;
        };
    }
}
