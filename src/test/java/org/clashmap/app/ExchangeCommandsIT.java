package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files in and out by the command line. */
class ExchangeCommandsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FILES = Path.of("src/test/resources/exchange");

    @TempDir
    Path folder;

    private String data = "";

    @BeforeEach
    void chooseDataFolder() {
        data = folder.resolve("data").toString();
    }

    private CommandLineRun importing(String file, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "import";
        arguments[1] = FILES.resolve(file).toString();
        arguments[2] = "--data";
        arguments[3] = data;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandLineRun.of(arguments);
    }

    private CommandLineRun export(Path file, String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "export";
        arguments[1] = "-o";
        arguments[2] = file.toString();
        arguments[3] = "--data";
        arguments[4] = data;
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandLineRun.of(arguments);
    }

    @Test
    void importTellsWhatBecameOfTheRowsAndListsTheRejectedOnes() throws IOException {
        CommandLineRun run = importing(
                "desk.csv", "--map", FILES.resolve("incidents-map.json").toString());
        assertEquals(ExitCode.SOME_FAILED, run.exitCode(), run.err());
        assertTrue(run.err().contains("4 rows read as desk: 1 events new"), run.err());
        List<String> rejected = Files.readAllLines(Path.of(data, "rejected", "desk.csv.tsv"));
        assertEquals(4, rejected.size());
        assertTrue(rejected.get(1).startsWith("desk.csv, line 3\trow_coordinates\t"), rejected.get(1));
        assertTrue(importing("acled.csv").err().contains("3 events new"));
        CommandLineRun again = importing("acled.csv");
        assertEquals(ExitCode.DONE, again.exitCode());
        assertTrue(again.err().contains("0 events new, 0 changed, 3 as before"), again.err());
    }

    @Test
    void aDryRunPrintsTheEventsAndStoresNothing() {
        CommandLineRun run = importing("acled.csv", "--dry-run");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        JsonNode features = JSON.readTree(run.out()).path("features");
        assertEquals(3, features.size());
        assertEquals("acled-XAA1", features.path(0).path("id").asString());
        assertFalse(Files.exists(Path.of(data)));
    }

    @Test
    void rowsWithoutCoordinatesAreFoundInTheGazetteer() throws IOException {
        Path table = Files.writeString(
                folder.resolve("t.csv"),
                "date,place,admin1,country\n2024-05-31,El Fasher,North Darfur,Sudan\n2024-05-31,,Donetsk,Ukraine\n");
        CommandLineRun run = CommandLineRun.of("import", table.toString(), "--dry-run", "--data", data);
        JsonNode features = JSON.readTree(run.out()).path("features");
        JsonNode town = features.path(0).path("properties");
        assertEquals(13.63, town.path("latitude").asDouble(), 0.05, run.err());
        assertEquals("SDN", town.path("iso3").asString());
        assertEquals("imported", town.path("location_basis").asString());
        assertTrue(town.at("/geocode/decision").asString().contains("El Fasher"));
        JsonNode unit = features.path(1);
        assertTrue(unit.path("geometry").isNull(), "a unit is an area and no point");
        assertEquals("admin1", unit.at("/properties/geo_level").asString());
        assertFalse(unit.at("/properties/footprint").isNull());
    }

    @Test
    void theFormatFollowsTheFileAndTablesGetAFileBesideThem() throws IOException {
        importing("acled.csv");
        importing("ucdp-ged.csv");
        Path table = folder.resolve("out.csv");
        CommandLineRun run = export(table, "--format", "acled");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(run.err().contains("1 event was left out") && run.err().contains("4 events written"), run.err());
        JsonNode about = JSON.readTree(Files.readString(folder.resolve("out.csv.about.json")));
        assertTrue(about.path("licences").toString().contains("CC BY 4.0"));
        assertTrue(about.path("credits").toString().contains("GeoNames"));
        Path kml = folder.resolve("out.kml");
        assertEquals(ExitCode.DONE, export(kml).exitCode());
        assertTrue(Files.readString(kml).startsWith("<?xml"));
        Path pack = folder.resolve("out.gpkg");
        assertEquals(ExitCode.DONE, export(pack).exitCode());
        assertEquals("SQLite format 3", new String(Files.readAllBytes(pack), 0, 15, StandardCharsets.UTF_8));
        assertTrue(JSON.readTree(export(Path.of("-")).out()).path("features").size() == 5);
    }

    @Test
    void wrongUseIsToldWithWhatIsAllowed() {
        CommandLineRun format = export(folder.resolve("x"), "--format", "shp");
        assertEquals(ExitCode.WRONG_USAGE, format.exitCode());
        assertTrue(format.err().contains("geojsonseq"), format.err());
        assertEquals(
                ExitCode.WRONG_USAGE, export(Path.of("-"), "--format", "gpkg").exitCode());
        CommandLineRun preset = importing("acled.csv", "--preset", "aclde");
        assertEquals(ExitCode.CANNOT_RUN, preset.exitCode());
        assertTrue(preset.err().contains("acled-old"), preset.err());
        assertEquals(ExitCode.WRONG_USAGE, importing("nothing.csv").exitCode());
        assertTrue(CommandLineRun.of("import", "--list").out().contains("ucdp-ged\t"));
    }
}
