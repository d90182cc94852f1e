package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.layer.Intake.Trust;
import org.clashmap.text.NameKeys;

/**
 * A table of the user's own: name, lat and lon are needed, the other columns are as {@code docs/gazetteer-layers.md}
 * lists them. A row whose position contradicts its country is rejected rather than guessed at.
 */
final class OwnTableReader implements RowReader {
    static final Set<String> NEEDED = Set.of("name", "lat", "lon");

    private static final int LONGEST_ID = 100;

    /** Words that people write for the commonest features. */
    private static final Map<String, String> FEATURES = Map.ofEntries(
            Map.entry("city", "PPL"),
            Map.entry("town", "PPL"),
            Map.entry("village", "PPL"),
            Map.entry("hamlet", "PPL"),
            Map.entry("settlement", "PPL"),
            Map.entry("neighbourhood", "PPLX"),
            Map.entry("district of a town", "PPLX"),
            Map.entry("air base", "AIRB"),
            Map.entry("airport", "AIRP"),
            Map.entry("region", "RGN"),
            Map.entry("island", "ISL"),
            Map.entry("river", "STM"));

    private final String layer;

    OwnTableReader(String layer) {
        this.layer = layer;
    }

    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        CsvTable.read(text, intake, NEEDED, row -> row(row, intake));
    }

    private void row(CsvTable.Row row, Intake intake) throws IOException {
        NameList names = new NameList()
                .main(NameMark.PLAIN, row.get("name"))
                .addAll(NameMark.PLAIN, row.get("name_en"), '|')
                .addAll(NameMark.UKRAINIAN, row.get("name_uk"), '|')
                .addAll(NameMark.RUSSIAN, row.get("name_ru"), '|')
                .addAll(NameMark.PLAIN, row.get("names"), '|')
                .addFormer(NameMark.HISTORIC, row.get("old_names"), '|')
                .addFormer(NameMark.OCCUPATION, row.get("occupation_names"), '|');
        String feature = feature(row.get("feature"));
        Candidate.Spot spot = Candidate.Spot.parse(row.get("lat"), row.get("lon"), precision(row, feature));
        String country = row.get("country").isEmpty() ? "" : intake.countries().codeOf(row.get("country"));
        String admin1 = admin1(row.get("admin1"), country, intake);
        intake.take(
                new Candidate(
                        id(row, spot),
                        feature,
                        new LayerPlace.Unit(country, admin1, admin1.isEmpty() ? "" : row.get("admin2"), ""),
                        spot,
                        RowReader.population(row.get("population")),
                        names),
                Trust.NEITHER);
    }

    /** The row's own id, or one made of name and position, so that the same row has the same id each time. */
    private String id(CsvTable.Row row, Candidate.Spot spot) {
        String own = row.get("id").strip();
        if (own.length() > LONGEST_ID || own.chars().anyMatch(c -> c <= ' ' || c == '|' || c == '/')) {
            throw new RowProblem(
                    Reason.ID,
                    "id '" + Tally.excerpt(own) + "' has a space, a slash or a vertical bar, or more than " + LONGEST_ID
                            + " characters");
        }
        if (own.isEmpty()) {
            own = NameKeys.fold(row.get("name")).replace(' ', '-')
                    + String.format(Locale.ROOT, "_%.4f_%.4f", spot.lat(), spot.lon());
        }
        return "user:" + layer + ':' + own;
    }

    private static String feature(String cell) {
        String clean = cell.strip();
        if (clean.isEmpty()) {
            return "PPL";
        }
        String code = FEATURES.getOrDefault(clean.toLowerCase(Locale.ROOT), clean.toUpperCase(Locale.ROOT));
        if (!Features.isKnown(code)) {
            throw new RowProblem(
                    Reason.FEATURE,
                    "feature '" + Tally.excerpt(clean)
                            + "' is not known; write a GeoNames code such as PPL or AIRB, or town, village, air base");
        }
        return code;
    }

    private static PlacePrecision precision(CsvTable.Row row, String feature) {
        String stated = row.get("precision").strip().toLowerCase(Locale.ROOT);
        boolean area = Features.isUnit(feature)
                || (Features.isNaturalOrBase(feature) && !feature.equals("AIRB") && !feature.equals("AIRP"));
        return switch (stated) {
            case "" -> area ? PlacePrecision.AREA : PlacePrecision.POINT;
            case "point" -> PlacePrecision.POINT;
            case "raion", "district", "admin2" -> PlacePrecision.ADMIN2;
            case "oblast", "province", "admin1" -> PlacePrecision.ADMIN1;
            case "area" -> PlacePrecision.AREA;
            default ->
                throw new RowProblem(
                        Reason.FEATURE,
                        "precision '" + Tally.excerpt(stated) + "' is none of point, raion, oblast, area");
        };
    }

    /** The code of a unit given by GeoNames code, ISO 3166-2 code or name; empty when the position has to tell. */
    private static String admin1(String stated, String country, Intake intake) throws IOException {
        String clean = stated.strip();
        if (clean.isEmpty() || country.isEmpty()) {
            return "";
        }
        if (!intake.units().idOf(country, clean).isEmpty()) {
            return clean;
        }
        String byIso = intake.units().codeOf(country, "ne:" + clean.toUpperCase(Locale.ROOT));
        if (!byIso.isEmpty()) {
            return byIso;
        }
        Optional<Place> land = intake.base().findCountry(country);
        if (land.isPresent()) {
            for (Place place : NamedPlaces.in(land.get(), clean, intake.base())) {
                if (place.feature().isAdmin1()) {
                    return intake.units().codeOf(country, place.id());
                }
            }
        }
        return "";
    }
}
