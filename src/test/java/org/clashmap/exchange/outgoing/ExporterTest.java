package org.clashmap.exchange.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.SchemaCheck;
import org.clashmap.event.Supplement;
import org.clashmap.event.Where;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.clashmap.store.MemoryStore;
import org.clashmap.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in an export, read again by other means than those that wrote it. */
class ExporterTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);
    private static final LonLat KYIV = new LonLat(30.5238, 50.45466);

    private final EventStore store = new MemoryStore();

    @BeforeEach
    void addEvents() {
        Event dangerous = titled(EventSamples.at("ev-formula", KYIV, DAY), "=1+1 & <b>\u0000");
        Event area = EventSamples.over("ev-area", Geodesy.circle(KYIV, 9000, 16), DAY);
        Report report = new Report(
                "rep-0123456789abcdef",
                "The working text",
                Language.EN,
                DAY,
                new Report.Source("The Gazette", "A day", "https://example.org/a"),
                new Report.Receipt("ab".repeat(32), "text/plain", 3, "2025-04-09T00:00:00Z", "file"));
        store.addReport(
                report,
                new CodedReport(List.of(EventSamples.full(), dangerous, area), List.of(), List.of()),
                "abc".getBytes(StandardCharsets.UTF_8));
    }

    private static Event titled(Event event, String title) {
        Event.What what = event.what();
        return new Event(
                event.identity(),
                new Event.What(title, what.recordType(), what.tier(), what.type(), what.plover(), what.traits()),
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                event.account(),
                event.editorial(),
                event.supplement());
    }

    private Exporter exporter(boolean guarded) {
        return new Exporter(store, List.of("Gazetteer of tests (CC0)"), LocalDate.of(2026, 1, 1), guarded);
    }

    private String export(ExportFormat format) throws IOException {
        StringWriter writer = new StringWriter();
        exporter(true).write(format, EventQuery.all(), List.of("bbox 1,2,3,4"), writer);
        return writer.toString();
    }

    private static List<NamedCsvRecord> rows(String table) {
        return CsvReader.builder().ofNamedCsvRecord(table).stream().toList();
    }

    private static Document xml(String text) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    @Test
    void geoJsonSaysWhoseDataTheyAreAndHoldsEveryEventWhole() throws IOException {
        JsonNode collection = MAPPER.readTree(export(ExportFormat.GEOJSON));
        assertEquals("FeatureCollection", collection.get("type").asString());
        assertEquals(3, collection.get("numberReturned").asInt());
        assertEquals(store.dataVersion(), collection.get("data_version").asLong());
        assertEquals("[\"bbox 1,2,3,4\"]", collection.get("filter").toString());
        assertEquals("[\"Gazetteer of tests (CC0)\"]", collection.get("credits").toString());
        List<String> features = new ArrayList<>();
        collection.get("features").forEach(feature -> features.add(EventJson.toJson(EventJson.read(feature))));
        assertEquals(
                store.list(EventQuery.all()).stream().map(EventJson::toJson).toList(), features);
    }

    @Test
    void textSequencesBeginEachFeatureWithTheirSeparator() throws IOException {
        String[] parts = export(ExportFormat.GEOJSONSEQ).split("\u001e", -1);
        assertEquals(4, parts.length);
        for (int i = 1; i < parts.length; i++) {
            assertTrue(parts[i].endsWith("\n"));
            assertEquals("Feature", MAPPER.readTree(parts[i]).get("type").asString());
        }
    }

    @Test
    void theFlatTableHasEveryPropertyOfTheFormat() throws IOException {
        NamedCsvRecord row = rows(export(ExportFormat.CSV)).stream()
                .filter(one -> one.getField("event_id").equals("ev-full"))
                .findFirst()
                .orElseThrow();
        assertEquals("Army A | Army B | Civilians | Envoy", row.getField("actors.name"));
        assertEquals("5", row.getField("injured.low"));
        assertEquals("48.35", row.getField("latitude"));
        JsonNode properties =
                MAPPER.readTree(EventJson.toJson(EventSamples.full())).get("properties");
        List<String> columns = row.getHeader();
        for (String name : properties.propertyNames()) {
            assertTrue(columns.stream().anyMatch(column -> column.equals(name) || column.startsWith(name + ".")), name);
        }
    }

    @Test
    void formulasAreDefusedUnlessToldOtherwise() throws IOException {
        assertTrue(export(ExportFormat.CSV).contains("'=1+1"));
        StringWriter raw = new StringWriter();
        exporter(false).write(ExportFormat.CSV, EventQuery.all(), List.of(), raw);
        assertTrue(raw.toString().contains(",=1+1"));
    }

    @Test
    void acledRowsHaveAcledsColumnsAndTheConservativeFigure() throws IOException {
        List<NamedCsvRecord> rows = rows(export(ExportFormat.ACLED));
        NamedCsvRecord row = rows.stream()
                .filter(one -> one.getField("event_id_cnty").equals("UA-ev-full"))
                .findFirst()
                .orElseThrow();
        assertEquals(31, row.getFieldCount());
        assertEquals("2", row.getField("fatalities"));
        assertEquals("18", row.getField("interaction"));
        assertEquals("2", row.getField("geo_precision"));
        assertEquals("2nd Brigade", row.getField("assoc_actor_2"));
        assertTrue(row.getField("notes").contains("near Верхня"), row.getField("notes"));
        NamedCsvRecord area = rows.stream()
                .filter(one -> one.getField("event_id_cnty").endsWith("ev-area"))
                .findFirst()
                .orElseThrow();
        assertEquals("", area.getField("latitude"), "an area has no point to be shown as one");
    }

    @Test
    void ucdpRowsAreThoseOfEventsWithDeaths() throws IOException {
        List<NamedCsvRecord> rows = rows(export(ExportFormat.UCDP));
        assertEquals(1, rows.size());
        NamedCsvRecord row = rows.getFirst();
        assertEquals(49, row.getFieldCount());
        assertEquals("3", row.getField("best"));
        assertEquals("2025-04-02 00:00:00.000", row.getField("date_start"));
        assertEquals("\"The Gazette,2025-04-08,A day of fighting\"", row.getField("source_article"));
        assertEquals("199156", row.getField("priogrid_gid"));
    }

    @Test
    void gridCellsAreNumberedFromTheSouthWest() {
        assertEquals(1, UcdpRows.gridCell(new LonLat(-180, -90)));
        assertEquals(720, UcdpRows.gridCell(new LonLat(180, -90)));
        assertEquals(259_200, UcdpRows.gridCell(new LonLat(180, 90)));
        assertEquals(259_200 / 2 + 361, UcdpRows.gridCell(new LonLat(0, 0)));
    }

    @Test
    void ploverLinesAreThoseOfEventsWithAPloverCode() throws IOException {
        String lines = export(ExportFormat.PLOVER);
        assertEquals(1, lines.lines().count());
        JsonNode line = MAPPER.readTree(lines);
        assertEquals("[\"ASSAULT\"]", line.get("event").toString());
        assertEquals("1", line.at("/event_loc/geonameid").asString());
        assertEquals("Army A", line.at("/actor/0").asString());
    }

    @Test
    void kmlIsWellFormedWithAFolderForEachTypeAndACircleForAWideRadius() throws IOException {
        Document kml = xml(export(ExportFormat.KML));
        String space = "http://www.opengis.net/kml/2.2";
        assertEquals(2, kml.getElementsByTagNameNS(space, "Folder").getLength());
        assertEquals(3, kml.getElementsByTagNameNS(space, "Placemark").getLength());
        assertEquals(3, kml.getElementsByTagNameNS(space, "Polygon").getLength());
        assertEquals(
                "2025-04-02", kml.getElementsByTagNameNS(space, "begin").item(0).getTextContent());
        assertTrue(kml.getElementsByTagNameNS(space, "description")
                .item(0)
                .getTextContent()
                .contains("Gazetteer of tests"));
        assertFalse(export(ExportFormat.KML).contains("<b>"), "a title is text, not markup");
    }

    @Test
    void theFeedHasAnEntryForEachEventWithItsPointLatitudeFirst() throws IOException {
        Document feed = xml(export(ExportFormat.ATOM));
        assertEquals(
                3,
                feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                        .getLength());
        var points = feed.getElementsByTagNameNS("http://www.georss.org/georss", "point");
        assertEquals(2, points.getLength());
        assertTrue(List.of(points.item(0).getTextContent(), points.item(1).getTextContent())
                .contains("50.45466 30.5238"));
    }

    @Test
    void onlyWhatWasPublishedAndIsOpenIsPublic() {
        PublicView view = new PublicView(LocalDate.of(2025, 4, 12));
        Event event = EventSamples.full();
        assertTrue(view.of(event).isEmpty(), "not published");
        Event published = reviewed(event, "published", "public", List.of());
        assertTrue(view.of(published).isPresent());
        for (String level : List.of("restricted", "withheld")) {
            assertTrue(view.of(reviewed(event, "published", level, List.of())).isEmpty(), level);
        }
        assertTrue(view.of(reviewed(event, "published", "public", List.of("licence_forbids_passing_on")))
                .isEmpty());
        Event delayed = reviewed(event, "published", "delayed", List.of());
        assertTrue(view.of(delayed).isPresent(), "four days later");
        assertTrue(new PublicView(LocalDate.of(2025, 4, 11)).of(delayed).isEmpty(), "within 72 hours");
    }

    @Test
    void thePublicViewNamesNoSpeakersAndKeepsNoRow() throws IOException {
        Event event = reviewed(
                EventSamples.full().withSupplement(new Supplement(Map.of("imported_raw", "{\"a\":\"1\"}"))),
                "published",
                "blurred",
                List.of());
        Event shown = new PublicView(DAY).of(event).orElseThrow();
        String json = EventJson.toJson(shown);
        assertEquals(List.of(), SchemaCheck.problems(json));
        assertFalse(json.contains("A spokesman") || json.contains("Envoy") || json.contains("\"a\":\"1\""), json);
        LonLat point = shown.where().point();
        assertNotNull(point);
        assertEquals(37.55, point.lon(), 1e-9);
        assertNull(shown.where().names().location());
        assertTrue(Objects.requireNonNull(shown.where().precision().uncertaintyMeters()) >= 5000);
        assertNotNull(shown.editorial().sensitivity().notice());
    }

    @Test
    void aPublicPointAlwaysHasARadius() {
        Event plain = EventSamples.at("p", KYIV, DAY);
        Where where = plain.where();
        Where open = new Where(
                where.text(),
                KYIV,
                null,
                where.names(),
                new Where.Precision(1, 1, "settlement", null),
                where.geocode(),
                where.basis());
        Event event = new Event(
                plain.identity(),
                plain.what(),
                plain.when(),
                open,
                plain.who(),
                plain.toll(),
                plain.account(),
                plain.editorial());
        Event shown = new PublicView(DAY)
                .of(reviewed(event, "published", "public", List.of()))
                .orElseThrow();
        assertEquals(6000, shown.where().precision().uncertaintyMeters());
        assertEquals(MapTier.DEFAULT_MAP, shown.what().tier());
    }

    private static Event reviewed(Event event, String status, String level, List<String> reasons) {
        return event.withVersion(
                2,
                new Event.Editorial(
                        new Event.Review(status, "desk", "2025-04-10T00:00:00Z", null),
                        new Event.Sensitivity(level, reasons, null),
                        event.editorial().history()));
    }

    @Test
    void thePackOfEvidenceHoldsVersionsReportsAndBytesAndIsTheSameEachTime() throws IOException {
        store.addVersion(EventSamples.next(EventSamples.full(), "accepted"));
        Map<String, byte[]> files = unzip(pack());
        assertTrue(new String(files.get("events.jsonl"), StandardCharsets.UTF_8)
                        .lines()
                        .count()
                == 4);
        assertEquals(
                "The working text", new String(files.get("reports/rep-0123456789abcdef.txt"), StandardCharsets.UTF_8));
        assertEquals("abc", new String(files.get("received/rep-0123456789abcdef"), StandardCharsets.UTF_8));
        String sums = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8);
        // SHA-256 of "abc", from FIPS 180-2.
        assertTrue(sums.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  received/"), sums);
        assertEquals(new String(pack(), StandardCharsets.ISO_8859_1), new String(pack(), StandardCharsets.ISO_8859_1));
    }

    private byte[] pack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter(true).writeEvidence(EventQuery.all(), List.of(), out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] pack) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
