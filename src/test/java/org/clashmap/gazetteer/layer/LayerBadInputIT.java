package org.clashmap.gazetteer.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad rows are rejected one by one with their line; bad files leave everything as it was. */
class LayerBadInputIT {
    @TempDir
    private Path folder;

    private LayerRun run = new LayerRun(Path.of("unset"));

    @BeforeEach
    void begin() {
        run = new LayerRun(folder);
    }

    private static String geoName(int id, String name) {
        return geoName(id, name, "47.6", "37.6");
    }

    private static String geoName(int id, String name, String lat, String lon) {
        return id + "\t" + name + "\t" + name + "\t\t" + lat + "\t" + lon
                + "\tP\tPPL\tUA\t\t05\t1412\t\t\t0\t\t\tEurope/Kyiv\t2026-01-01\n";
    }

    /** The reason codes of the rejected rows by line. */
    private Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new java.util.TreeMap<>();
        for (String row : run.rejected()) {
            String[] cells = row.split("\t", -1);
            reasons.put(cells[1], cells[2]);
        }
        return reasons;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vydumane,47.6 | columns | 2 columns instead of the 5",
                "Vydumane,95.5,37.6,, | out_of_range | latitude 95.5",
                "Vydumane,137.6,47.6,, | out_of_range | may be swapped",
                "Vydumane,north,37.6,, | coordinates | 'north'",
                "Vydumane,,37.6,, | coordinates | latitude is missing",
                "Vydumane,NaN,37.6,, | coordinates | 'NaN'",
                "Vydumane,0,0,, | placeholder | 0,0",
                "Vydumane,37.6,47.6,UA, | swapped | the other way round",
                "Vydumane,51.5,-1.0,UA, | outside_country | km outside of UA, in GB",
                "Vydumane,47.6,37.6,Atlantis, | country | 'Atlantis'",
                "=HYPERLINK(A1),47.6,37.6,, | name | formula",
                "+Vydumane,47.6,37.6,, | name | begins with +",
                "@SUM(A1),47.6,37.6,, | name | begins with @",
                ",47.6,37.6,, | name | name is missing",
                "Vydumane,47.6,37.6,,many | number | 'many'",
                "Vydumane,47.6,37.6,,-5 | number | '-5'",
            })
    void aBadRowIsRejectedWithItsLineAndTheOthersAreTaken(String row, String reason, String message)
            throws IOException {
        LayerReport report = run.owned()
                .add("a.csv", "name,lat,lon,country,population\nFirst,47.6,37.6,,\n" + row + "\nLast,47.7,37.6,,\n");
        assertEquals(2, report.counts().taken());
        assertEquals(Map.of("3", reason), reasons());
        assertTrue(
                report.first().getFirst().message().contains(message),
                report.first().toString());
        assertEquals("a.csv line 3", report.first().getFirst().where());
        assertEquals(2, run.rows().size());
    }

    @Test
    void theSameIdTwiceIsRejectedTheSecondTime() throws IOException {
        run.add("UA.txt", geoName(99000001, "First") + geoName(99000001, "Second"));
        assertEquals(Map.of("2", "duplicate_id"), reasons());
        assertTrue(run.rows().toString().contains("First"), run.rows().toString());
    }

    @Test
    void aWrongNumberOfColumnsIsToldWithBothNumbers() throws IOException {
        LayerReport report = run.add("UA.txt", geoName(99000001, "First") + "99000002\tShort\trow\n");
        assertEquals(Map.of("2", "columns"), reasons());
        assertEquals(
                "3 columns instead of 19, separated by tabs",
                report.first().getFirst().message());
    }

    @Test
    void swappedCoordinatesOfADumpAreFoundToo() throws IOException {
        run.add("UA.txt", geoName(99000001, "First") + geoName(99000002, "Swapped", "37.6", "47.6"));
        assertEquals(Map.of("2", "swapped"), reasons());
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsMakeNoDifference() throws IOException {
        String plain = geoName(99000001, "First") + geoName(99000002, "Second", "47.7", "37.6");
        run.add("UA.txt", plain);
        Map<String, String> rows = run.rows();
        assertEquals(
                0,
                run.add("UA.txt", "\uFEFF" + plain.replace("\n", "\r\n"))
                        .counts()
                        .rejected());
        assertEquals(rows, run.rows());
    }

    @Test
    void utf16OfASpreadsheetIsReadByItsMark() throws IOException {
        byte[] text = "\uFEFFname,lat,lon\nВидумане,47.6,37.6\n".getBytes(StandardCharsets.UTF_16LE);
        run.owned().add(run.file("a.csv", text));
        assertTrue(run.rows().toString().contains("Видумане"), run.rows().toString());
    }

    @Test
    void aLineInAnotherEncodingIsRejectedAndTheRestTaken() throws IOException {
        byte[] first = geoName(99000001, "Перше").getBytes(StandardCharsets.UTF_8);
        byte[] second = geoName(99000002, "Друге").getBytes(Charset.forName("windows-1251"));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        LayerReport report = run.add(run.file("UA.txt", both));
        assertEquals(Map.of("2", "encoding"), reasons());
        assertTrue(
                report.first().getFirst().message().contains("--encoding windows-1251"),
                report.first().toString());
    }

    @Test
    void aDeclaredEncodingIsFollowed() throws IOException {
        run.encoding = Charset.forName("windows-1251");
        run.owned().add(run.file("a.csv", "name,lat,lon\nДруге,47.6,37.6\n".getBytes(run.encoding)));
        assertTrue(run.rows().toString().contains("Друге"), run.rows().toString());
    }

    @Test
    void aQuoteNeverClosedIsToldAtItsLine() throws IOException {
        StringBuilder table = new StringBuilder("name,lat,lon\nFirst,47.6,37.6\n\"Second,47.7,37.6\n");
        for (int i = 0; i < 30; i++) {
            table.append("Row ").append(i).append(",47.8,37.6\n");
        }
        run.owned().add("a.csv", table.toString());
        assertEquals(Map.of("3", "quotes"), reasons());
    }

    /** After a failure: nothing of it is there, and the layer of before is as it was. */
    private String refused(String message, Path... files) throws IOException {
        Map<String, String> before = run.layers.resolve("test").toFile().exists() ? run.rows() : Map.of();
        LayerException refused = assertThrows(LayerException.class, () -> run.add(files));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains(message), said);
        assertEquals(before, before.isEmpty() ? Map.of() : run.rows());
        if (Files.isDirectory(run.layers)) {
            try (var list = Files.list(run.layers)) {
                assertEquals(
                        List.of(),
                        list.filter(path -> String.valueOf(path.getFileName()).startsWith(".new"))
                                .toList());
            }
        }
        return said;
    }

    private void storeOne() throws IOException {
        run.owned().add("old.csv", "name,lat,lon\nOld,47.6,37.6\n");
        run.terms = null;
    }

    @Test
    void aTruncatedZipLeavesTheOldLayer() throws IOException {
        storeOne();
        byte[] zip = LayerRun.zip("UA.txt", geoName(99000001, "First").repeat(1));
        refused("cut off", run.file("UA.zip", Arrays.copyOf(zip, zip.length - 30)));
        refused("cut off", run.file("UA.zip", Arrays.copyOf(zip, 20)));
    }

    @Test
    void aZipWithDamagedContentLeavesTheOldLayer() throws IOException {
        storeOne();
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            table.append(geoName(99000001 + i, "Place " + i));
        }
        byte[] zip = LayerRun.zip("UA.txt", table.toString());
        zip[zip.length / 2] ^= 0x55;
        refused("UA.zip", run.file("UA.zip", zip));
    }

    @Test
    void aTruncatedGzipLeavesTheOldLayer() throws IOException {
        storeOne();
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            table.append(geoName(99000001 + i, "Place " + i));
        }
        byte[] gzip = LayerRun.gzip(table.toString());
        refused("get it again", run.file("UA.txt.gz", Arrays.copyOf(gzip, gzip.length * 3 / 4)));
    }

    @Test
    void aZipWithoutATableIsRefused() throws IOException {
        refused("without a table", run.file("UA.zip", LayerRun.zip("readme.txt", "About.", "map.png", "x")));
    }

    @Test
    void anUnfinishedGeoJsonLeavesTheOldLayer() throws IOException {
        storeOne();
        String message = refused(
                "is not whole JSON",
                run.file(
                        "osm.geojson",
                        "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\","
                                + "\"id\":\"node/1\",\"properties\":{\"place\":\"village\",\"name\":\"Vydumane\"},"
                                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[37.6,47.6]}},\n{\"type\":\"Fea"));
        assertTrue(message.contains("line 3"), message);
    }

    @Test
    void ownDataNeedALicenceOrToBePrivate() throws IOException {
        Path file = run.file("a.csv", "name,lat,lon\nVydumane,47.6,37.6\n");
        String message = refused("--licence", file);
        assertTrue(message.contains("--private"), message);
        run.terms = new LayerInfo.Terms("private", LayerInfo.PRIVATE, "");
        assertTrue(run.add(file).info().terms().isPrivate());
        assertTrue(Files.readString(run.layers.resolve("test/manifest.tsv")).contains("private\tyes"));
    }

    @Test
    void filesOfDifferentLicencesDoNotMakeOneLayer() throws IOException {
        refused(
                "different licences",
                run.file("UA.txt", geoName(99000001, "First")),
                run.file("osm.csv", "@id,@lat,@lon,name\n1,47.6,37.6,Vydumane\n"));
    }

    @Test
    void anUnknownFormatIsRefusedWithTheWayOut() throws IOException {
        refused("--format", run.file("notes.txt", "Some notes on villages,\nnot a table.\n"));
        refused("is empty", run.file("empty.csv", ""));
        refused("there is no file", folder.resolve("absent.csv"));
        refused("is a folder", folder);
    }

    @Test
    void aTableWithoutTheNeededColumnsSaysWhichAreMissing() throws IOException {
        run.format = LayerFormat.OWN_TABLE;
        run.owned();
        String message = refused("no column lat and none lon", run.file("a.csv", "name,breite,laenge\nX,1,2\n"));
        assertTrue(message.contains("breite"), message);
    }

    @Test
    void aFileOfWhichNothingCanBeTakenChangesNothing() throws IOException {
        storeOne();
        refused("nothing in UA.txt can be taken", run.file("UA.txt", geoName(99000001, "First", "95", "37.6")));
    }

    @Test
    void aFileOfAnotherFormatIsGivenUpEarly() throws IOException {
        run.format = LayerFormat.GEONAMES;
        refused("none of the first 1000 rows", run.file("a.txt", "one line\n".repeat(50_000)));
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
        run.format = LayerFormat.GEONAMES;
        Path file = folder.resolve("UA.txt.gz");
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.write(geoName(99000001, "First"));
            String block = "x".repeat(1 << 16);
            // 300 million characters: more than the heap of a test.
            for (int i = 0; i < 4_600; i++) {
                out.write(block);
            }
        }
        run.add(file);
        assertEquals(Map.of("2", "too_long"), reasons());
    }

    @Test
    void theSumOfAFileIsKeptWithItsLayer() throws IOException {
        Path file = run.file("UA.zip", LayerRun.zip("UA.txt", geoName(99000001, "First")));
        LayerReport report = run.add(file);
        LayerInfo.SourceFile source = report.info().files().getFirst();
        assertEquals(Files.size(file), source.bytes());
        assertEquals(
                java.util.HexFormat.of().formatHex(Checksums.sha256().digest(Files.readAllBytes(file))),
                source.sha256());
    }

    @Test
    void removingWhatIsNotThereSaysWhatIs() throws IOException {
        storeOne();
        LayerException refused =
                assertThrows(LayerException.class, () -> run.gazetteerLayers().remove("../gazetteer"));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("there are: test"), String.valueOf(refused.getMessage()));
    }
}
