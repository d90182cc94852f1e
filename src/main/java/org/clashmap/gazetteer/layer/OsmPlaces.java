package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.layer.Intake.Trust;

/** What OpenStreetMap's tags say of a place, whichever file they come in. Only {@code place=} of settlements is taken. */
final class OsmPlaces {
    /** Any of these is a name to begin with. */
    private static final List<String> NAMES = List.of("name", "name:en", "name:uk", "name:ru");

    private OsmPlaces() {}

    /**
     * Takes one object.
     *
     * @param id such as {@code node/123}
     * @param tags the value of a tag, or empty text
     */
    static void take(String id, UnaryOperator<String> tags, Candidate.Spot spot, Intake intake) throws IOException {
        String place = tags.apply("place").strip();
        String code = switch (place) {
            case "city", "town", "village", "hamlet", "isolated_dwelling", "allotments", "farm", "" -> "PPL";
            case "borough", "suburb", "quarter", "neighbourhood", "city_block" -> "PPLX";
            case "island", "islet" -> "ISL";
            default -> "";
        };
        if (code.isEmpty()) {
            intake.passOver("place=" + Tally.excerpt(place));
            return;
        }
        if (NAMES.stream().allMatch(tag -> tags.apply(tag).isBlank())) {
            intake.passOver("places without a name");
            return;
        }
        // A village that is no more has its name in the present under "was:" or "abandoned:"; those tags are not read.
        NameList names = new NameList()
                .main(
                        NameMark.PLAIN,
                        NAMES.stream()
                                .map(tags)
                                .filter(name -> !name.isBlank())
                                .findFirst()
                                .orElse(""))
                .add(NameMark.PLAIN, tags.apply("name:en"))
                .add(NameMark.PLAIN, tags.apply("int_name"))
                .add(NameMark.UKRAINIAN, tags.apply("name:uk"))
                .add(NameMark.RUSSIAN, tags.apply("name:ru"))
                .add(NameMark.PLAIN, tags.apply("name:ar"))
                .addAll(NameMark.PLAIN, tags.apply("alt_name"), ';')
                .addFormer(NameMark.HISTORIC, tags.apply("old_name"), ';')
                .addFormer(NameMark.HISTORIC, tags.apply("old_name:uk"), ';')
                .addFormer(NameMark.HISTORIC, tags.apply("old_name:ru"), ';')
                .addFormer(NameMark.HISTORIC, tags.apply("old_name:en"), ';');
        String country = tags.apply("ISO3166-1").isEmpty() ? tags.apply("addr:country") : tags.apply("ISO3166-1");
        String code2 = country.isBlank() ? "" : intake.countries().codeOf(country);
        Candidate candidate =
                new Candidate(shortId(id), code, Candidate.in(code2), spot, people(tags.apply("population")), names);
        intake.take(candidate, Trust.NEITHER);
    }

    /** {@code node/123} gives {@code osm:n123}. */
    private static String shortId(String id) {
        String clean = id.strip().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < clean.length() && !Character.isDigit(clean.charAt(digits))) {
            digits++;
        }
        String number = clean.substring(digits);
        char type = clean.isEmpty() || digits == 0 ? 'n' : clean.charAt(0);
        if ("nwr".indexOf(type) < 0) {
            throw new RowProblem(Reason.ID, "id '" + Tally.excerpt(id) + "' is not one like node/123");
        }
        return "osm:" + type + RowReader.number(number);
    }

    /** Mappers write "~1200" and "12 500" as well; what is no number counts as unknown. */
    private static long people(String cell) {
        String digits = cell.replace(" ", "").replace("\u00a0", "");
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(digits) : 0;
    }
}
