package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.report.pdf.PdfSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports from files into a real store and out again, by the command line. */
class IngestCommandIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REPORT =
            "Russian artillery shelled the town of Kupiansk on Tuesday, killing two people.";

    @TempDir
    private Path folder;

    private Path report;
    private String data;

    @BeforeEach
    void writeReport() throws IOException {
        report = Files.writeString(folder.resolve("звіт.txt"), REPORT);
        data = folder.resolve("data").toString();
    }

    private CommandLineRun ingest(Path file, String... more) {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(
                new String[] {"ingest", file.toString(), "--published", "2025-09-17", "--data", data},
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandLineRun.of(arguments);
    }

    private JsonNode export() {
        CommandLineRun run = CommandLineRun.of("export", "-o", "-", "--data", data);
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return JSON.readTree(run.out()).path("features");
    }

    @Test
    void reportIsStoredAndCountedAndComesOutAgain() {
        CommandLineRun run = ingest(report, "--publisher", "The Gazette");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains("1 report stored with 1 event (1 on the default map)"), run.err());
        JsonNode properties = export().path(0).path("properties");
        assertEquals("2025-09-16", properties.path("event_date").asString());
        assertEquals(
                "The Gazette",
                properties.path("sources").path(0).path("publisher").asString());
    }

    @Test
    void storedReportIsANoteAndChangesNothing() {
        ingest(report);
        JsonNode before = export();
        CommandLineRun again = ingest(report);
        assertEquals(ExitCode.DONE, again.exitCode(), again.err());
        assertTrue(
                again.err().contains("report_known") && again.err().contains("1 report already stored"), again.err());
        assertEquals(before, export());
    }

    @Test
    void dryRunPrintsTheEventsAndStoresNothing() {
        CommandLineRun run = ingest(report, "--dry-run");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        JsonNode collection = JSON.readTree(run.out());
        assertEquals("FeatureCollection", collection.path("type").asString());
        assertEquals(1, collection.path("features").size());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void unreadableFilesOfAFolderAreNoticesAndTheRestIsStored() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Files.writeString(reports.resolve("a-empty.txt"), " \n");
        Files.write(reports.resolve("b-binary.txt"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1, 2, 0, 0});
        Files.copy(report, reports.resolve("c-good.txt"));
        Files.writeString(reports.resolve("d-picture.png"), "no report");
        CommandLineRun run = ingest(reports);
        assertEquals(ExitCode.SOME_FAILED, run.exitCode(), run.err());
        assertTrue(run.err().contains("a-empty.txt") && run.err().contains("b-binary.txt"), run.err());
        assertTrue(run.err().contains("file_passed_over"), run.err());
        assertEquals(1, export().size());
    }

    @Test
    void reportOverTwentyMegabytesIsRefusedWithItsName() throws IOException {
        Path huge = Files.writeString(folder.resolve("huge.txt"), "word ".repeat(4_300_000));
        CommandLineRun run = ingest(huge);
        assertEquals(ExitCode.SOME_FAILED, run.exitCode(), run.err());
        assertTrue(run.err().contains("huge.txt") && run.err().contains("20 MB"), run.err());
    }

    @Test
    void missingFileStopsBeforeAnyWork() {
        CommandLineRun run = CommandLineRun.of("ingest", report.toString(), "no-such-file.txt", "--data", data);
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains("no-such-file.txt"), run.err());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void addressInsideThisMachineIsNotFetchedAndTheRestIsStored() {
        CommandLineRun run = CommandLineRun.of(
                "ingest",
                "http://127.0.0.1:8080/report",
                report.toString(),
                "--published",
                "2025-09-17",
                "--data",
                data);
        assertEquals(ExitCode.SOME_FAILED, run.exitCode(), run.err());
        assertTrue(run.err().contains("page_not_fetched") && run.err().contains("private network"), run.err());
        assertEquals(1, export().size());
    }

    @Test
    void folderOfAllKindsOfReportIsStored() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Files.write(reports.resolve("a.pdf"), PdfSamples.pages(List.of(List.of("17 September 2025", "", REPORT))));
        Files.writeString(
                reports.resolve("b.eml"),
                "From: Desk <desk@example.org>\nDate: Wed, 17 Sep 2025 08:00:00 +0300\nMessage-ID: <1@example.org>\n\n"
                        + REPORT);
        Files.writeString(reports.resolve("c.html"), "<html><body><p>" + REPORT + "</p></body></html>");
        Files.writeString(reports.resolve("d.doc"), "\u00d0\u00cf\u0011\u00e0old", StandardCharsets.ISO_8859_1);
        CommandLineRun run = ingest(reports);
        assertEquals(ExitCode.SOME_FAILED, run.exitCode(), run.err());
        assertTrue(run.err().contains("3 reports stored"), run.err());
        assertTrue(run.err().contains("d.doc") && run.err().contains("Save its text"), run.err());
    }

    @Test
    void dataFolderThatIsAFileCannotBeUsed() {
        CommandLineRun run = CommandLineRun.of("ingest", report.toString(), "--data", report.toString());
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains(report.toString()), run.err());
    }

    @Test
    void missingGazetteerNamesTheCommandThatBuildsIt() {
        CommandLineRun run = CommandLineRun.at(folder.toString(), "ingest", report.toString());
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains("./clashmap gazetteer build"), run.err());
    }

    @Test
    void exportWritesAWholeFileAndSaysHowMuch() throws IOException {
        ingest(report);
        Path file = folder.resolve("events.geojson");
        CommandLineRun run =
                CommandLineRun.of("export", "-o", file.toString(), "--data", data, "--bbox", "30,45,40,52");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(run.err().contains("1 event written"), run.err());
        assertEquals(1, JSON.readTree(Files.readString(file)).path("features").size());
        CommandLineRun elsewhere = CommandLineRun.of("export", "-o", "-", "--data", data, "--bbox", "0,0,1,1");
        assertEquals(0, JSON.readTree(elsewhere.out()).path("features").size());
    }

    @Test
    void exportWithoutADataFolderSaysHowToGetOne() {
        CommandLineRun run = CommandLineRun.of(
                "export", "-o", "-", "--data", folder.resolve("none").toString());
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains("ingest"), run.err());
    }
}
