package org.clashmap.exchange.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SchemaCheck;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.geo.LonLat;
import org.clashmap.notice.Notice;
import org.junit.jupiter.api.Test;

/** One claim or more for each layout of tables; the rows are invented. */
class TablePresetsTest {
    private static final LonLat TESTIVKA = new LonLat(34.5, 51.25);

    @Test
    void everyImportedEventKeepsTheSchema() throws IOException {
        for (String file : List.of(
                "acled.csv",
                "acled-old.csv",
                "ucdp-ged.csv",
                "gdelt.export.CSV",
                "gdelt1.export.CSV",
                "viina.csv",
                "viina-day.csv",
                "polecat.tsv",
                "icews.tab",
                "gtd.csv",
                "hapi.csv",
                "bellingcat.json",
                "cir.geojson",
                "geoconfirmed.json",
                "liveuamap.json",
                "liveuamap.geojson",
                "geo-extractor.geojson",
                "incidents.csv")) {
            Imported imported = Imported.of(file);
            assertTrue(!imported.events().isEmpty(), file);
            for (Event event : imported.events()) {
                String json = EventJson.toJson(event);
                assertEquals(List.of(), SchemaCheck.problems(json), file);
                assertEquals(json, EventJson.toJson(EventJson.parse(json)), file);
            }
        }
    }

    @Test
    void acledKeepsTypesActorsNotesAndSources() {
        Imported acled = Imported.of("acled.csv");
        assertEquals("acled", acled.preset());
        assertEquals(List.of(), acled.notices());
        Event event = acled.event(0);
        assertEquals("acled-XAA1", event.id());
        assertEquals(SubEventType.SHELLING, event.what().type());
        assertEquals(LocalDate.of(2024, 5, 31), event.when().day());
        assertEquals(TESTIVKA, event.where().point());
        assertEquals(2, event.toll().fatalities());
        assertEquals("17", acled.json(0, "interaction"));
        assertEquals("\"Farmers (Blueland)\"", acled.json(0, "assoc_actor_2"));
        assertEquals("\"Radio Invented; The Made-up Post\"", acled.json(0, "source"));
        assertEquals("[\"local administrators\",\"women targeted\"]", acled.json(0, "tags"));
        assertEquals("\"Civilian targeting\"", acled.json(0, "civilian_targeting"));
        Event.Quote quote = event.account().sources().getFirst().evidence().getFirst();
        assertEquals("On 31 May, a shell hit a barn.\nTwo farmers died, one \"badly\" hurt.", quote.text());
        assertEquals("{\"acled\":\"XAA1\"}", acled.json(0, "external_ids"));
        assertEquals("2024", event.supplement().text("imported_raw", "year"));
    }

    @Test
    void acledPrecisionWidensWindowAndRadius() {
        Imported acled = Imported.of("acled.csv");
        Event week = acled.event(1);
        assertEquals(LocalDate.of(2024, 5, 29), week.when().start());
        assertEquals(LocalDate.of(2024, 6, 4), week.when().end());
        assertEquals(20_000, week.where().precision().uncertaintyMeters());
        Event month = acled.event(2);
        assertEquals(LocalDate.of(2024, 6, 1), month.when().start());
        assertEquals(LocalDate.of(2024, 6, 30), month.when().end());
        assertEquals("admin1", month.where().precision().level());
        assertEquals(MapTier.OPT_IN, month.what().tier());
        assertEquals(MapTier.DEFAULT_MAP, week.what().tier());
    }

    @Test
    void acledRowsAreMarkedAsNotToBePassedOn() {
        Event event = Imported.of("acled.csv").event(0);
        assertEquals(
                List.of(RowCoder.NOT_TO_BE_PASSED_ON),
                event.editorial().sensitivity().reasons());
        assertTrue(
                String.valueOf(event.account().sources().getFirst().licence()).contains("ACLED"));
    }

    @Test
    void oldAcledTablesWriteTheDayFirst() {
        Imported old = Imported.of("acled-old.csv");
        assertEquals("acled-old", old.preset());
        assertEquals(LocalDate.of(2019, 3, 9), old.event(0).when().day());
        assertEquals("UKR", old.event(0).where().names().iso3());
        assertEquals("71", old.event(0).supplement().text("imported_raw", "data_id"));
    }

    @Test
    void ucdpReadsTheSameWithAndWithoutAHeader() {
        Imported with = Imported.of("ucdp-ged.csv");
        Imported without = Imported.of("ucdp-ged-no-header.csv");
        assertEquals("ucdp-ged", with.preset());
        assertEquals("ucdp-ged", without.preset());
        for (int i = 0; i < 2; i++) {
            assertEquals(with.event(i).toll(), without.event(i).toll());
            assertEquals(with.event(i).when(), without.event(i).when());
            assertEquals(
                    with.event(i).supplement().find("imported_raw"),
                    without.event(i).supplement().find("imported_raw"));
        }
    }

    @Test
    void ucdpKeepsItsEstimatesSidesAndArticles() {
        Imported ucdp = Imported.of("ucdp-ged.csv");
        Event event = ucdp.event(0);
        assertEquals(new Event.Estimate(3, 4, 9), event.toll().deaths());
        assertEquals(3, event.toll().fatalities());
        assertEquals("2", ucdp.json(0, "deaths_b"));
        assertEquals("3", ucdp.json(0, "number_of_sources"));
        assertEquals("1", ucdp.json(0, "inter1"));
        assertEquals("2", ucdp.json(0, "inter2"));
        List<SourceRef> sources = event.account().sources();
        assertEquals("Shells, and more", sources.getFirst().title());
        assertEquals(LocalDate.of(2024, 5, 3), sources.get(1).published());
        assertEquals("Sumy oblast", event.where().names().admin1());
    }

    @Test
    void ucdpSummariesAreAggregatesOffTheDefaultMap() {
        Imported ucdp = Imported.of("ucdp-ged.csv");
        Event summary = ucdp.event(1);
        assertEquals(RecordType.AGGREGATE, summary.what().recordType());
        assertEquals(MapTier.OPT_IN, summary.what().tier());
        assertEquals(SubEventType.ATTACK, summary.what().type());
        assertEquals(4, summary.where().precision().where());
        assertEquals(new Event.DatePrecision(3, 4), summary.when().precision());
        assertEquals("1", ucdp.json(1, "number_of_sources"), "-1 says that nobody counted");
    }

    @Test
    void gdeltRowsAreLeadsAndNeverOnTheMap() {
        Imported gdelt = Imported.of("gdelt.export.CSV");
        assertEquals("gdelt-events", gdelt.preset());
        assertEquals("\"0831\"", gdelt.json(0, "cameo_code"));
        assertEquals("5.0", gdelt.json(0, "goldstein"));
        assertEquals("THE \"VILLAGE", gdelt.event(0).who().actors().get(1).name());
        assertEquals(SubEventType.AIR_DRONE_STRIKE, gdelt.event(1).what().type());
        assertEquals("country", gdelt.event(1).where().precision().level());
        assertTrue(gdelt.events().stream().allMatch(e -> e.what().tier() == MapTier.TIMELINE_ONLY));
        assertNull(gdelt.event(1).account().sources().getFirst().url(), "a citation is no link");
        assertEquals(
                "BBC Monitoring", gdelt.event(1).account().sources().getFirst().title());
    }

    @Test
    void gdeltOneHasThreeColumnsLess() {
        Imported gdelt = Imported.of("gdelt1.export.CSV");
        assertEquals("gdelt1-events", gdelt.preset());
        assertEquals(TESTIVKA, gdelt.event(0).where().point());
        assertEquals(
                LocalDate.of(2024, 5, 2),
                gdelt.event(0).account().sources().getFirst().published());
    }

    @Test
    void gdeltDocumentsAndMentionsAreNoEvents() {
        Imported documents = Imported.of("gdelt.gkg.csv");
        assertEquals("gdelt-gkg", documents.preset());
        assertEquals(0, documents.events().size());
        assertEquals(1, documents.summary().aside().documents());
        Imported mentions = Imported.of("gdelt.mentions.CSV");
        assertEquals("gdelt-mentions", mentions.preset());
        assertEquals(2, mentions.summary().aside().withoutEvent());
    }

    @Test
    void viinaDatesAreThoseOfReportsAndMidnightIsUnknown() {
        Imported viina = Imported.of("viina.csv");
        assertEquals("viina", viina.preset());
        assertEquals(LocalDate.of(2024, 4, 30), viina.event(0).when().start());
        assertEquals(LocalDate.of(2024, 5, 1), viina.event(0).when().end());
        assertEquals("\"14:30\"", viina.json(0, "time_of_day"));
        assertEquals("", viina.json(1, "time_of_day"));
        assertEquals("uk", viina.event(0).account().sources().getFirst().language());
        assertEquals(MapTier.OPT_IN, viina.event(1).what().tier());
        assertEquals("{\"cluster_id\":\"viina-4\"}", viina.json(0, "dedup"));
    }

    @Test
    void viinaDaysTakeTheStrongestLabelAndPassOverRowsThatAreNotWar() {
        Imported viina = Imported.of("viina-day.csv");
        assertEquals("viina-day", viina.preset());
        assertEquals(1, viina.summary().aside().skipped());
        assertEquals(1, viina.events().size());
        assertEquals(SubEventType.SHELLING, viina.event(0).what().type());
        assertTrue(viina.event(0).what().traits().civilianTargeting());
        assertEquals("\"Military Forces of Russia (2000-)\"", viina.json(0, "actor1"));
        assertEquals("5", viina.json(0, "number_of_sources"));
    }

    @Test
    void polecatKeepsPloverAndPutsSpeechOffTheMap() {
        Imported polecat = Imported.of("polecat.tsv");
        assertEquals("polecat", polecat.preset());
        assertEquals(
                new Event.Plover("ASSAULT", List.of("drone"), List.of("military", "territory")),
                polecat.event(0).what().plover());
        assertEquals(SubEventType.AIR_DRONE_STRIKE, polecat.event(0).what().type());
        assertEquals(MapTier.DEFAULT_MAP, polecat.event(0).what().tier());
        assertEquals(RecordType.STATEMENT, polecat.event(1).what().recordType());
        assertEquals(MapTier.TIMELINE_ONLY, polecat.event(1).what().tier());
    }

    @Test
    void icewsIsAsExactAsItsSmallestUnit() {
        Imported icews = Imported.of("icews.tab");
        assertEquals("icews", icews.preset());
        assertEquals("settlement", icews.event(0).where().precision().level());
        assertEquals("admin1", icews.event(1).where().precision().level());
        assertEquals(SubEventType.AIR_DRONE_STRIKE, icews.event(0).what().type());
        assertEquals(1, icews.event(0).who().actors().getFirst().inter());
    }

    @Test
    void gtdRoundsSharedDeathsDownAndRejectsUnknownDays() {
        Imported gtd = Imported.of("gtd.csv");
        assertEquals("gtd", gtd.preset());
        assertEquals(2, gtd.event(0).toll().fatalities());
        assertEquals(1, gtd.events().size());
        assertEquals(Map.of("row_date", 1L), gtd.summary().rejected());
        assertEquals(
                1,
                gtd.notices().stream().filter(n -> n.code().equals("row_date")).count());
    }

    @Test
    void hapiCountsAreNeverPoints() {
        Imported hapi = Imported.of("hapi.csv");
        Event counts = hapi.event(0);
        assertEquals("hapi", hapi.preset());
        assertNull(counts.where().point());
        assertEquals(RecordType.AGGREGATE, counts.what().recordType());
        assertEquals(17, counts.toll().attackCount());
        assertEquals("admin2", counts.where().precision().level());
        assertEquals(LocalDate.of(2024, 5, 31), counts.when().end());
    }

    @Test
    void aTableOfUnknownMakeIsKnownByItsColumnNames() {
        Imported table = Imported.of("incidents.csv");
        assertEquals("table", table.preset());
        assertEquals(TESTIVKA, table.event(0).where().point());
        assertEquals(LocalDate.of(2024, 5, 31), table.event(0).when().day());
        assertEquals(2, table.event(0).toll().fatalities());
        assertNull(table.event(1).where().point());
        assertEquals("Вигадане", table.event(1).where().names().location());
    }

    @Test
    void aMappingSaysWhichColumnIsWhatAndBadRowsAreToldByLine() throws IOException {
        Preset desk = Imported.PRESETS.readMapping(
                Files.readString(Imported.FOLDER.resolve("incidents-map.json")), "incidents-map.json");
        Imported imported = Imported.of(
                ImportRequest.of(Imported.FOLDER.resolve("desk.csv")).as(desk), PlaceFinder.NONE);
        assertEquals(1, imported.events().size());
        assertEquals("desk-1", imported.event(0).id());
        assertEquals(SubEventType.SHELLING, imported.event(0).what().type());
        assertEquals("kept as well", imported.event(0).supplement().text("imported_raw", "Remark"));
        assertEquals(
                List.of("desk.csv, line 3", "desk.csv, line 4", "desk.csv, line 5"),
                imported.notices().stream().map(Notice::where).toList());
        assertEquals(
                Map.of("row_columns", 1L, "row_coordinates", 1L, "row_date", 1L),
                imported.summary().rejected());
        assertTrue(imported.notices().getFirst().message().contains("151.1"));
    }
}
