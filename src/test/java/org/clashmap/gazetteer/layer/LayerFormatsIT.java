package org.clashmap.gazetteer.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from each format. All rows are invented, but for towns and units that the base has. */
class LayerFormatsIT {
    @TempDir
    private Path folder;

    private LayerRun run = new LayerRun(Path.of("unset"));

    @BeforeEach
    void begin() {
        run = new LayerRun(folder);
    }

    /** A row of GeoNames' 19 columns. */
    private static String geoName(String id, String name, String alternates, String lat, String lon, String feature) {
        return String.join(
                        "\t",
                        id,
                        name,
                        name,
                        alternates,
                        lat,
                        lon,
                        feature.substring(0, 1),
                        feature.substring(2),
                        "UA",
                        "",
                        "05",
                        "1412",
                        "",
                        "",
                        "120",
                        "",
                        "80",
                        "Europe/Kyiv",
                        "2026-01-01")
                + "\n";
    }

    @Test
    void settlementsOfAGeoNamesDumpAreTakenAndOtherFeaturesCounted() throws IOException {
        String table = geoName("99000001", "Vydumane", "Видумане,VYD,https://example.org/", "47.6", "37.6", "P.PPL")
                + geoName("99000002", "Vydumanka", "", "47.61", "37.61", "H.STM")
                + geoName("99000003", "Vydumana Hora", "", "47.62", "37.62", "T.HLL");
        LayerReport report = run.add(run.file("UA.zip", LayerRun.zip("readme.txt", "About.", "UA.txt", table)));
        assertEquals(1, report.counts().taken());
        assertEquals(0, report.counts().rejected());
        assertEquals(
                Map.of(
                        "places of other feature classes (GeoNames H)", 1L,
                        "places of other feature classes (GeoNames T)", 1L),
                report.passedOver());
        assertEquals(Map.of("99000001", "UA 05.1412 PPL 47.6 37.6 120 pl Vydumane|Видумане"), run.rows());
        assertEquals("CC BY 4.0", report.info().terms().licence());
        assertTrue(Optional.ofNullable(report.rejectedFile()).isEmpty());
    }

    @Test
    void aUnitThatTheBaseHasByItsCodeGivesItsNamesToIt() throws IOException {
        run.add("UA.txt", geoName("99000004", "Vydumanyi Raion", "Видуманий район", "47.6", "37.6", "A.ADM2"));
        assertEquals(Map.of("gn:UA.05.1412", "UA nl Vydumanyi Raion|Видуманий район"), run.rows());
    }

    @Test
    void aUnitUnknownToTheBaseIsStoredWithItsCodeBeforeItsPlaces() throws IOException {
        String unit =
                geoName("99000005", "Novyi Raion", "", "47.6", "37.6", "A.ADM2").replace("\t1412\t", "\t1499\t");
        String place =
                geoName("99000006", "Vydumane", "", "47.61", "37.61", "P.PPL").replace("\t1412\t", "\t1499\t");
        run.add("UA.txt", place + unit);
        assertEquals(
                List.of("UA 05 ADM2 47.6 37.6 120 al Novyi Raion 1499", "UA 05.1499 PPL 47.61 37.61 120 pl Vydumane"),
                List.copyOf(run.rows().values()));
    }

    @Test
    void alternateNamesGoToPlacesOfTheLayerAndOfTheBase() throws IOException {
        Path names = run.file(
                "alternateNamesV2.zip",
                LayerRun.zip("iso-languagecodes.txt", "uk\tUkrainian\n".repeat(200), "alternateNamesV2.txt", """
                        1\t99000001\tuk\tВидумане\t1\t\t\t\t\t
                        2\t99000001\tru\tВыдуманное\t\t\t\t\t\t
                        3\t99000001\tru\tПролетарское\t\t\t\t1\t1926\t2016
                        4\t99000001\tlink\thttps://example.org/\t\t\t\t\t\t
                        5\t691877\tde\tErdachte Schreibung\t\t\t\t\t20160519\t
                        6\t99999999\ten\tNowhere\t\t\t\t\t\t
                        """));
        Path places = run.file("UA.txt", geoName("99000001", "Vydumane", "Видумане", "47.6", "37.6", "P.PPL"));
        LayerReport report = run.add(names, places);
        Map<String, String> rows = run.rows();
        assertEquals(
                "UA 05.1412 PPL 47.6 37.6 120 pl Vydumane|+Видумане|*Выдуманное|-Пролетарское^1926-2016",
                rows.getOrDefault("99000001", ""));
        assertEquals("UA nl Erdachte Schreibung^2016-", rows.getOrDefault("691877", ""));
        assertEquals(
                1L, report.passedOver().getOrDefault("names of places that neither this layer nor the base has", 0L));
        assertEquals(2, report.info().files().size());
    }

    @Test
    void aPostalPlaceWithoutAPositionIsKnownToItsUnitOnly() throws IOException {
        String row = "UA\t99001\t%s\tDonetska\t05\tVolnovaskyi\t\t\t\t47.6\t37.6\t%s\n";
        LayerReport report = run.add(
                "UA.txt",
                row.formatted("Видумане (Видуманська сільська рада)", "4")
                        + row.formatted("Здогадне", "1")
                                .replace("Donetska", "Donetsk")
                                .replace("Volnovaskyi", "Volnovakha")
                        + "UA\t99002\tНіде\tNowhere\t\t\t\t\t\t47.6\t37.6\t1\n");
        Map<String, String> rows = run.rows();
        assertEquals("UA 05 PPL 47.6 37.6 pl Vydumane|+Видумане", rows.getOrDefault("gnp:UA-99001-видумане", ""));
        String guessed = rows.getOrDefault("gnp:UA-99001-здогадне", "");
        assertTrue(guessed.startsWith("UA 05.1404 PPL "), guessed);
        assertTrue(guessed.endsWith(" rl Zdohadne|+Здогадне"), guessed);
        assertEquals(
                1,
                report.passedOver().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void aPostalNamesakeFarFromItsDistrictIsNotPutThere() throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            table.append("UA\t9900" + i + "\tВидумане" + "а".repeat(i) + "\tDonetsk\t05\tVolnovakha\t\t\t\t47."
                    + (50 + i) + "\t37.6\t4\n");
        }
        table.append("UA\t99009\tДалеке\tDonetsk\t05\tVolnovakha\t\t\t\t49.9\t24.0\t4\n");
        run.add("UA.txt", table.toString());
        String far = run.rows().getOrDefault("gnp:UA-99009-далеке", "");
        assertTrue(far.startsWith("UA 05.1404 PPL 47.") && far.contains(" rl "), far);
    }

    private static final String WOF_HEADER = "id\tplacetype\tname\tlat\tlon\tcountry\trepo_current\tdeprecated\tlbl_lat"
            + "\tlbl_lon\tpop\tgn_id\teng\tukr\trus\teng_v\tukr_v\trus_v\tara\tfra\n";

    @Test
    void placesOfWhosOnFirstKeepTheirGeoNamesIdAndTheirLanguages() throws IOException {
        String table = WOF_HEADER
                + "900001\tlocality\tВидумане\t47.6\t37.6\tUA\t1\t\t47.601\t37.601\t50\t99000001\tVydumane\tВидумане\tВыдуманное"
                + "\tVydumanoye|Wydumane\t\t\t\t\n"
                + "900002\tlocality\tStare\t47.7\t37.6\tUA\t0\t2020-01-01\t\t\t\t\t\t\t\t\t\t\t\t\n"
                + "900003\tcampus\tAirport\t47.7\t37.6\tUA\t1\t\t\t\t\t\t\t\t\t\t\t\t\t\n";
        LayerReport report = run.add(run.file("wof_ua.tsv.gz", LayerRun.gzip(table)));
        assertEquals(
                Map.of("99000001", "UA 05 PPL 47.601 37.601 50 pl Vydumane|+Видумане|*Выдуманное|Vydumanoye|Wydumane"),
                run.rows());
        assertEquals(2, report.passedOver().size());
    }

    @Test
    void aTieToAFarAwayGeoNamesPlaceIsNotBelieved() throws IOException {
        // 703448 is Kyiv.
        run.add(
                "wof.tsv",
                WOF_HEADER + "900004\tlocality\tVydumane\t47.6\t37.6\tUA\t1\t\t\t\t\t703448\t\t\t\t\t\t\t\t\n");
        assertEquals(List.of("wof:900004"), List.copyOf(run.rows().keySet()));
    }

    @Test
    void theMiddleOfAnOutlineKilometresFromTheTownGivesItsNamesAlone() throws IOException {
        // 703448 is Kyiv, which the base has at 50.4547, 30.5238; the first row is 7 km off, the second 1 km.
        String far = "900007\tlocality\tKyiv\t50.39\t30.5238\tUA\t1\t\t\t\t\t703448\t\t\t\tKyjevograd\t\t\t\t\n";
        LayerReport report = run.add("wof.tsv", WOF_HEADER + far);
        assertEquals(List.of("703448"), List.copyOf(run.rows().keySet()));
        String names = run.rows().getOrDefault("703448", "");
        assertTrue(names.contains(" nl ") && names.contains("Kyjevograd"), names);
        assertEquals(1, report.counts().known());
        run.add("wof.tsv", WOF_HEADER + far.replace("50.39", "50.46"));
        assertTrue(
                run.rows().getOrDefault("703448", "").contains(" PPL 50.46 30.5238 "), "near enough to beat the base");
    }

    @Test
    void aPlaceFiledUnderTheWrongCountryGoesToTheOneItLiesIn() throws IOException {
        run.add(
                "wof.tsv",
                WOF_HEADER
                        + "900005\tlocality\tFarfield\t51.5\t-1.0\tUA\t1\t\t\t\t\t\t\t\t\t\t\t\t\t\n"
                        + "900006\tlocality\tBorderville\t50.3695\t36.9340\tUA\t1\t\t\t\t\t\t\t\t\t\t\t\t\t\n");
        assertTrue(
                run.rows().getOrDefault("wof:900005", "").startsWith("GB "),
                run.rows().toString());
        assertTrue(
                run.rows().getOrDefault("wof:900006", "").startsWith("UA 07 "),
                run.rows().toString());
    }

    @Test
    void theCodifierGivesOfficialNamesAndHromadas() throws IOException {
        String table = """
                Перший рівень;Другий рівень;Третій рівень;Четвертий рівень;Додатковий рівень;Категорія об’єкта;Назва об’єкта
                UA14000000000091971;;;;;O;Донецька
                UA14000000000091971;UA14120000000012345;;;;P;Краматорський
                UA14000000000091971;UA14120000000012345;UA14120010000012345;;;H;Слов’янська
                UA14000000000091971;UA14120000000012345;UA14120010000012345;UA14120010010012345;;M;Слов’янськ
                UA14000000000091971;UA14120000000012345;UA14120010000012345;UA14120010020012345;;C;Видуманенькове
                """;
        LayerReport report = run.add("katottg.csv", table);
        Map<String, String> rows = run.rows();
        String hromada = rows.getOrDefault("katottg:UA14120010000012345", "");
        assertTrue(hromada.startsWith("UA 05.1412 ADM3 48.8"), hromada);
        assertTrue(
                hromada.endsWith("|+Слов’янська громада|+Слов’янська територіальна громада UA14120010000012345"),
                hromada);
        assertTrue(
                rows.values().stream().anyMatch(row -> row.endsWith("nl +Слов’янськ #UA14120010000012345")),
                rows.toString());
        assertEquals(1L, report.passedOver().getOrDefault("settlements that are not in the gazetteer", 0L));
        assertEquals(
                "КАТОТТГ, Ministry for Development of Communities and Territories of Ukraine",
                report.info().terms().attribution());
    }

    @Test
    void tagsOfOpenStreetMapBecomeNamesOfTheirLanguages() throws IOException {
        run.add("osm.geojson", """
                {"type": "FeatureCollection", "generator": "test", "features": [
                  {"type": "Feature", "id": "node/501",
                   "properties": {"place": "village", "name": "Видумане", "name:en": "Vydumane", "name:ru": "Выдуманное",
                                  "old_name": "Пролетарське (1926–1958);Комсомольське", "population": "~1200"},
                   "geometry": {"type": "Point", "coordinates": [37.6, 47.6]}},
                  {"type": "Feature", "id": "way/502", "properties": {"place": "town", "name": "Oblongtown"},
                   "geometry": {"type": "Polygon", "coordinates": [[[37.5,47.6],[37.52,47.6],[37.52,47.64],[37.5,47.6]]]}},
                  {"type": "Feature", "id": "node/503", "properties": {"place": "locality", "name": "Field"},
                   "geometry": {"type": "Point", "coordinates": [37.6, 47.6]}}
                ]}
                """);
        assertEquals(
                Map.of(
                        "osm:n501",
                        "UA 05 PPL 47.6 37.6 pl Vydumane|Видумане|*Выдуманное|-Пролетарське^1926-1958|-Комсомольське",
                        "osm:w502",
                        "UA 05 PPL 47.62 37.51 pl Oblongtown"),
                run.rows());
        assertEquals(
                "ODbL 1.0",
                LayerManifest.read(run.layers.resolve("test")).info().terms().licence());
    }

    @Test
    void aTableOfOverpassIsReadWithoutQuotes() throws IOException {
        run.add("osm.csv", """
                @id\t@type\t@lat\t@lon\tname\tname:uk\tplace
                501\tnode\t47.6\t37.6\tVydumane\tВидумане\tvillage
                502\tnode\t47.7\t37.6\tVillage "of quotes\tСело\thamlet
                """);
        assertEquals(2, run.rows().size());
        assertTrue(
                run.rows().getOrDefault("osm:n501", "").endsWith("Vydumane|+Видумане"),
                run.rows().toString());
    }

    @Test
    void aTableOfOnesOwnMayBeQuotedSeparatedBySemicolonsAndWrittenByASpreadsheet() throws IOException {
        String table = """
                id;name;lat;lon;name_uk;names;old_names;feature;population;admin1
                7;"Vydumane; the new one";47,6;37,6;Видумане;Wydumane|Vydumanoye;Stare (-2016)|Duzhe Stare (Lis);village;40;Donetsk
                ;Bez Id;47,7;37,6;;;;air base;;UA-14
                """;
        LayerReport report = run.owned().add("villages.csv", '\uFEFF' + table.replace("\n", "\r\n"));
        assertEquals(0, report.counts().rejected(), report.first().toString());
        assertEquals(
                Map.of(
                        "user:test:7",
                        "UA 05 PPL 47.6 37.6 40 pl Vydumane; the new one|+Видумане|Wydumane|Vydumanoye|-Stare^-2016|-Duzhe Stare (Lis)",
                        "user:test:bez-id_47.7000_37.6000",
                        "UA 05 AIRB 47.7 37.6 pl Bez Id"),
                run.rows());
        assertEquals(LayerRun.TERMS, report.info().terms());
    }

    @Test
    void aPlaceOfTheBaseIsCountedAsKnown() throws IOException {
        LayerReport report = run.owned().add("a.csv", "name,lat,lon\nSloviansk,48.853,37.605\nVydumane,47.6,37.6\n");
        assertEquals(1, report.counts().known());
        assertEquals(2, report.counts().places());
    }

    @Test
    void addingAgainReplacesAndRemovingTakesAway() throws IOException {
        assertFalse(run.owned().add("a.csv", "name,lat,lon\nFirst,47.6,37.6\n").replaced());
        assertTrue(run.add("a.csv", "name,lat,lon\nSecond,47.6,37.6\n").replaced());
        assertEquals(
                List.of("user:test:second_47.6000_37.6000"),
                List.copyOf(run.rows().keySet()));
        run.gazetteerLayers().remove("test");
        assertEquals(List.of(), run.gazetteerLayers().list());
    }

    @Test
    void theNameOfALayerComesFromFormatAndFile() throws IOException {
        run.name = null;
        assertEquals(
                "geonames-ua",
                run.add("UA.txt", geoName("99000001", "Vydumane", "", "47.6", "37.6", "P.PPL"))
                        .info()
                        .name());
        assertEquals(
                "csv-my-villages",
                run.owned()
                        .add("My Villages.2026.csv", "name,lat,lon\nFirst,47.6,37.6\n")
                        .info()
                        .name());
    }
}
