package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches that store nothing, and questions to the gazetteer, by the command line. */
class BatchCommandsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void linesAreCodedInOrderAndABadOneIsANotice() throws IOException {
        Path lines = Files.writeString(folder.resolve("in.jsonl"), """
                {"id":"a","text":"Russian artillery shelled the town of Kupiansk on Tuesday.","published":"2025-09-17"}
                not json

                {"id":"b","text":"Nothing happened.","published":"2025-09-17"}
                {"id":"c","text":"x","published":"17 September"}
                """);
        CommandLineRun run = CommandLineRun.of("code", "--jsonl", lines.toString());
        assertEquals(ExitCode.SOME_FAILED, run.exitCode());
        assertEquals(2, run.lines().size(), run.out());
        JsonNode first = JSON.readTree(run.lines().getFirst());
        assertEquals("a", first.path("id").asString());
        assertEquals(1, first.path("events").path("features").size());
        assertTrue(first.path("not_events").isArray() && first.path("notices").isArray());
        assertEquals("b", JSON.readTree(run.lines().get(1)).path("id").asString());
        assertTrue(run.err().contains("line 2") && run.err().contains("line 5"), run.err());
        assertTrue(run.err().contains("17 September"), run.err());
    }

    @Test
    void sameLinesGiveTheSameBytes() throws IOException {
        Path lines = Files.writeString(
                folder.resolve("in.jsonl"),
                "{\"id\":\"a\",\"text\":\"Troops clashed near Izium on Monday.\",\"published\":\"2025-09-17\"}\n");
        String first = CommandLineRun.of("code", "--jsonl", lines.toString()).out();
        // Only the instant of collection may differ, since it is the present one.
        String again = CommandLineRun.of("code", "--jsonl", lines.toString()).out();
        assertEquals(withoutInstants(first), withoutInstants(again));
    }

    private static String withoutInstants(String json) {
        return json.replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "T");
    }

    @Test
    void toponymsOfAFileAndOfLinesAreTheSame() throws IOException {
        String text = "Troops clashed near Izium and Kupiansk.";
        Path file = Files.writeString(folder.resolve("a.txt"), text);
        Path lines = Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"1\",\"text\":\"" + text + "\"}\n");
        CommandLineRun byFile = CommandLineRun.of("geoparse", file.toString());
        CommandLineRun byLines = CommandLineRun.of("geoparse", "--jsonl", lines.toString());
        assertEquals(ExitCode.DONE, byFile.exitCode(), byFile.err());
        JsonNode toponyms = JSON.readTree(byFile.out()).path("toponyms");
        assertEquals(2, toponyms.size(), byFile.out());
        assertEquals(toponyms, JSON.readTree(byLines.out()).path("toponyms"));
    }

    @Test
    void manyLinesComeOutInTheirOrderWhicheverThreadIsFirst() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            // Texts of very different length, so that later ones are done before earlier ones.
            String text = "Troops clashed near Izium. ".repeat(i % 20 == 0 ? 60 : 1);
            lines.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"")
                    .append(text)
                    .append("\"}\n");
        }
        Path file = Files.writeString(folder.resolve("many.jsonl"), lines);
        CommandLineRun run = CommandLineRun.of("geoparse", "--jsonl", file.toString());
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertEquals(200, run.lines().size());
        for (int i = 0; i < 200; i++) {
            JsonNode line = JSON.readTree(run.lines().get(i));
            assertEquals(String.valueOf(i), line.path("id").asString());
            assertTrue(line.path("timings").isMissingNode(), "the same each time, unless --timings asks for more");
        }
        assertTrue(run.err().contains("200 texts"), run.err());
        CommandLineRun timed = CommandLineRun.of("geoparse", "--timings", "--jsonl", file.toString());
        assertTrue(
                JSON.readTree(timed.lines().getFirst())
                                .path("timings")
                                .path("total_ms")
                                .asDouble()
                        > 0,
                timed.out());
    }

    @Test
    void missingInputIsNamed() {
        CommandLineRun run = CommandLineRun.of("code", "--jsonl", "no-such.jsonl");
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains("no-such.jsonl"), run.err());
    }

    @Test
    void placeSearchPrintsIdPositionAndReason() {
        CommandLineRun run = CommandLineRun.of("gazetteer", "search", "Харків", "--in", "UA", "--limit", "5");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        String[] city = run.lines().stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns[2].equals("point"))
                .findFirst()
                .orElseThrow();
        assertTrue(city[0].matches("[a-z]+:.+"), run.out());
        assertTrue(city[1].startsWith("49.9") || city[1].startsWith("50.0"), run.out());
        assertTrue(city[4].startsWith("Kharkiv") && city[4].endsWith("Ukraine"), run.out());
        assertTrue(city[5].startsWith("“Харків” is "), run.out());
    }

    @Test
    void placeSearchInAnUnknownUnitIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("gazetteer", "search", "Lyman", "--in", "Atlantis");
        assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
        assertTrue(run.err().contains("Atlantis"), run.err());
    }

    @Test
    void infoNamesTheVersionAndEverySourceWithItsLicence() {
        CommandLineRun run = CommandLineRun.of("gazetteer", "info");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(run.lines().getFirst().startsWith("version\t"), run.out());
        assertTrue(run.out().contains("GeoNames") && run.out().contains("CC BY 4.0"), run.out());
    }
}
