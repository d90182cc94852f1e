package org.clashmap.exchange.incoming;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.geo.LonLat;
import org.clashmap.notice.Notice;
import org.clashmap.store.GeoPackageStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a real store, from files of all kinds. */
class ImporterIT {
    @TempDir
    Path folder;

    private EventStore store;
    private final List<Notice> notices = new ArrayList<>();

    @BeforeEach
    void open() {
        store = GeoPackageStore.open(folder.resolve("data"), () -> Imported.NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ImportSummary add(ImportRequest request) {
        return new Importer(Imported.PRESETS, PlaceFinder.NONE, () -> Imported.NOW, notices::add)
                .read(request, ImportTarget.store(store));
    }

    private ImportSummary add(Path file) {
        return add(ImportRequest.of(file));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String acled() throws IOException {
        return Files.readString(Imported.FOLDER.resolve("acled.csv"));
    }

    private static EventStore.BatchCounts counts(int added, int renewed, int unchanged) {
        return new EventStore.BatchCounts(added, renewed, unchanged);
    }

    @Test
    void importingTwiceAddsNothing() throws IOException {
        for (String file : List.of(
                "acled.csv",
                "ucdp-ged.csv",
                "gdelt.export.CSV",
                "viina.csv",
                "bellingcat.json",
                "liveuamap.geojson",
                "geo-extractor.geojson",
                "incidents.csv",
                "polecat.tsv")) {
            Path path = Imported.FOLDER.resolve(file);
            EventStore.BatchCounts first = add(path).events();
            assertTrue(first.added() > 0, file);
            long version = store.dataVersion();
            assertEquals(counts(0, 0, first.added()), add(path).events(), file);
            assertEquals(version, store.dataVersion(), file);
        }
    }

    @Test
    void aChangedRowBecomesANewVersionAndTheFirstOneStays() throws IOException {
        add(Imported.FOLDER.resolve("acled.csv"));
        Path later = write("acled-later.csv", acled().replace(",5,,1717243200", ",9,,1719243200"));
        assertEquals(counts(0, 1, 2), add(later).events());
        List<Event> versions = store.listVersions("acled-XAA3");
        assertEquals(5, versions.get(0).toll().fatalities());
        assertEquals(9, versions.get(1).toll().fatalities());
        assertEquals(
                "changed at the source, acled-later.csv",
                versions.get(1).editorial().history().getLast().reason());
    }

    @Test
    void whatADeskDecidedIsNotUndone() throws IOException {
        add(Imported.FOLDER.resolve("acled.csv"));
        Event rejected = EventSamples.next(store.find("acled-XAA3").orElseThrow(), "rejected");
        Event accepted = EventSamples.next(store.find("acled-XAA1").orElseThrow(), "published");
        store.addVersion(rejected);
        store.addVersion(accepted);
        add(write("later.csv", acled().replace("1717243200", "1719243200")));
        assertEquals(
                "rejected",
                store.find("acled-XAA3").orElseThrow().editorial().review().status());
        assertEquals(
                "in_review",
                store.find("acled-XAA1").orElseThrow().editorial().review().status());
        assertEquals(3, store.listVersions("acled-XAA1").size());
    }

    @Test
    void theFileIsAReportWithItsChecksumAndColumnsButWithoutItsBytes() {
        ImportSummary summary = add(Imported.FOLDER.resolve("viina.csv"));
        var report = store.findReport(summary.reportId()).orElseThrow();
        assertEquals(summary.reportId(), "rep-" + report.receipt().sha256().substring(0, 16));
        assertEquals("import", report.receipt().collectedBy());
        assertTrue(report.text().contains("viina_version,event_id"), report.text());
        assertEquals(Optional.empty(), store.findReceived(summary.reportId()));
        assertEquals(
                summary.reportId() + "#row=2",
                store.find("viina-11").orElseThrow().supplement().text("extraction", "run_id"));
    }

    @Test
    void gzipZipAndEncodingsAreReadAsTheyCome() throws IOException {
        byte[] text = acled().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(text);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("Nothing to import".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("folder/events.csv"));
            out.write(text);
        }
        assertEquals(
                counts(3, 0, 0),
                add(Files.write(folder.resolve("a.csv.gz"), gzip.toByteArray())).events());
        assertEquals(
                counts(0, 0, 3),
                add(Files.write(folder.resolve("b.zip"), zip.toByteArray())).events());
        String plain = acled().replace("\uFEFF", "");
        assertEquals(
                counts(0, 0, 3),
                add(Files.write(folder.resolve("c.csv"), ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16LE)))
                        .events());
        Path western = Files.write(
                folder.resolve("d.csv"),
                plain.replace("XAA", "XBB").replace("barn", "château").getBytes(Charset.forName("windows-1252")));
        add(western);
        assertTrue(String.valueOf(
                        store.find("acled-XBB1").orElseThrow().supplement().text("notes"))
                .contains("château"));
        Path cyrillic = Files.write(
                folder.resolve("e.csv"), "дата;місце\n2024-05-31;Тестівка\n".getBytes(Charset.forName("windows-1251")));
        add(new ImportRequest(cyrillic, null, Charset.forName("windows-1251"), null, null));
        assertTrue(store.list(EventQuery.all()).stream()
                .anyMatch(e -> "Тестівка".equals(e.where().names().location())));
    }

    @Test
    void rowsWithoutCoordinatesArePlacedByTheirNames() throws IOException {
        Path table = write("t.csv", "date,place,admin1,country\n2024-05-31,Testivka,Sumy,Ukraine\n2024-05-31,,,\n");
        LonLat point = new LonLat(34.5, 51.25);
        List<Where.Names> asked = new ArrayList<>();
        Imported imported = Imported.of(ImportRequest.of(table), names -> {
            asked.add(names);
            return names.location() == null
                    ? Optional.empty()
                    : Optional.of(new Where(
                            "x",
                            point,
                            null,
                            new Where.Names("T", "Ukraine", "UKR", "Sumska", null),
                            new Where.Precision(1, 1, "settlement", 3000),
                            Where.Geocode.NONE,
                            "stated"));
        });
        assertEquals(new Where.Names("Testivka", "Ukraine", null, "Sumy", null), asked.getFirst());
        Where where = imported.event(0).where();
        assertEquals(point, where.point());
        assertEquals("Sumy", where.names().admin1(), "the table's own names stay");
        assertEquals("UKR", where.names().iso3());
        assertEquals("imported", where.basis());
        assertEquals("none", imported.event(1).where().precision().level());
    }

    @Test
    void datesThatCanBeReadInTwoWaysAreDecidedByTheWholeColumnOrAsked() throws IOException {
        Path clear = write("clear.csv", "date,place\n04/05/2024,A\n13/05/2024,B\n");
        assertEquals(
                "2024-05-04",
                String.valueOf(Imported.of(ImportRequest.of(clear), PlaceFinder.NONE)
                        .event(0)
                        .when()
                        .day()));
        Path american = write("us.csv", "date,place\n04/05/2024,A\n04/13/2024,B\n");
        assertEquals(
                "2024-04-05",
                String.valueOf(Imported.of(ImportRequest.of(american), PlaceFinder.NONE)
                        .event(0)
                        .when()
                        .day()));
        Path open = write("open.csv", "date,place\n04/05/2024,A\n");
        String message = messageOf(ImportException.class, () -> add(open));
        assertTrue(message.contains("--dates dmy"), message);
        assertEquals(
                counts(1, 0, 0),
                add(new ImportRequest(open, null, null, null, true)).events());
    }

    @Test
    void oneForgottenQuotationMarkCostsOneRow() throws IOException {
        StringBuilder table = new StringBuilder("id,date,place,notes\n1,2024-05-31,A,fine\n2,2024-05-31,B,\"open\n");
        for (int i = 3; i < 1000; i++) {
            table.append(i).append(",2024-05-31,C,fine\n");
        }
        ImportSummary summary = add(write("quotes.csv", table.toString()));
        assertEquals(1, summary.events().added());
        assertEquals(Map.of("row_quotes", 1L), summary.rejected());
        assertTrue(
                notices.getFirst().where().endsWith("line 3"),
                notices.getFirst().toString());
    }

    @Test
    void ownFeaturesComeBackWithoutLossWithTheirVersions() throws IOException {
        Event full = EventSamples.full();
        Event second = EventSamples.next(full, "accepted");
        StringBuilder lines = new StringBuilder();
        for (Event event : List.of(full, second, EventSamples.at("ev-2", null, null))) {
            lines.append('\u001e').append(EventJson.toJson(event)).append('\n');
        }
        Path file = write("own.geojsons", lines.toString());
        ImportSummary summary = add(file);
        assertEquals("own", summary.preset().name());
        assertEquals(
                EventJson.toJson(full),
                EventJson.toJson(store.listVersions(full.id()).getFirst()));
        assertEquals(2, store.listVersions(full.id()).size());
        long version = store.dataVersion();
        assertEquals(counts(0, 0, 3), add(file).events());
        assertEquals(version, store.dataVersion());
    }

    @Test
    void whatOtherHandsAddedToAnOwnFeatureIsKept() throws IOException {
        String feature = EventJson.toJson(EventSamples.full())
                .replace("\"version\":1,", "\"version\":1,\"desk_colour\":\"red\",")
                .replace("\"name\":\"Army A\",", "\"name\":\"Army A\",\"sector\":\"land\",");
        add(write("own.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}"));
        Event event = store.find("ev-full").orElseThrow();
        assertEquals("red", event.supplement().text("imported_raw", "/properties/desk_colour"));
        assertEquals("land", event.supplement().text("imported_raw", "/properties/actors/0/sector"));
    }

    @Test
    void mentionsAddSourcesToStoredEvents() {
        add(Imported.FOLDER.resolve("gdelt.export.CSV"));
        ImportSummary summary = add(Imported.FOLDER.resolve("gdelt.mentions.CSV"));
        assertEquals(counts(0, 1, 0), summary.events());
        assertEquals(1, summary.aside().withoutEvent());
        Event event = store.find("gdelt-990000001").orElseThrow();
        assertEquals(
                List.of("https://news.example/one", "https://second.example/a"),
                event.account().sources().stream().map(SourceRef::url).toList());
        assertEquals(
                counts(0, 0, 1),
                add(Imported.FOLDER.resolve("gdelt.mentions.CSV")).events());
    }

    @Test
    void documentsBecomeReports() {
        add(Imported.FOLDER.resolve("gdelt.gkg.csv"));
        assertTrue(store.listReports(9).stream()
                .anyMatch(report ->
                        "https://news.example/one".equals(report.source().url())
                                && report.text().contains("ARMEDCONFLICT")));
    }

    @Test
    void aFileThatBreaksOffIsKeptSoFarAndTold() throws IOException {
        String whole = Files.readString(Imported.FOLDER.resolve("geoconfirmed.json"));
        ImportSummary summary = add(write("cut.json", whole.substring(0, whole.lastIndexOf("\"id\""))));
        assertEquals(1, summary.events().added());
        assertEquals(Map.of("file_broken", 1L), summary.rejected());
    }

    @Test
    void whatCannotBeImportedIsToldWithTheWayOut() throws IOException {
        Path unknown = write("u.csv", "a,b\n1,2\n");
        assertTrue(messageOf(ImportException.class, () -> add(unknown)).contains("--map"));
        Path empty = write("e.csv", "");
        assertTrue(messageOf(ImportException.class, () -> add(empty)).contains("empty"));
        Preset acled = Imported.PRESETS.get("acled");
        Path json = Imported.FOLDER.resolve("bellingcat.json");
        assertTrue(messageOf(
                        ImportException.class, () -> add(ImportRequest.of(json).as(acled)))
                .contains("reads tables"));
        assertTrue(messageOf(ImportException.class, () -> Imported.PRESETS.get("acleed"))
                .contains("acled-old"));
        assertTrue(messageOf(
                        ImportException.class,
                        () -> Imported.PRESETS.readMapping("{\"fields\": {\"dat\": \"x\"}}", "m.json"))
                .contains("m.json: fields: \"dat\" is no field; fields are external_id"));
    }
}
