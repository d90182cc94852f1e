package org.clashmap.store;

import static org.clashmap.Refusal.messageOf;
import static org.clashmap.event.EventSamples.at;
import static org.clashmap.event.EventSamples.full;
import static org.clashmap.event.EventSamples.next;
import static org.clashmap.event.EventSamples.over;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageStoreIT extends EventStoreContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-09T12:00:00Z"));
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);
    private static final LonLat KYIV = new LonLat(30.5238, 50.45466);

    @TempDir
    Path folder = Path.of(".");

    @Override
    EventStore open() {
        return GeoPackageStore.open(folder, CLOCK);
    }

    private Path file() {
        return folder.resolve(GeoPackageStore.FILE_NAME);
    }

    private Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = raw();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void everythingIsThereAfterReopening() {
        store.addReport(report("rep-1", DAY), coded(full(), at("a", KYIV, DAY)));
        store.addVersion(next(at("a", KYIV, DAY), "accepted"));
        List<String> before =
                store.list(EventQuery.all()).stream().map(EventJson::toJson).toList();
        long version = store.dataVersion();
        store.close();
        store = open();
        assertEquals(
                before,
                store.list(EventQuery.all()).stream().map(EventJson::toJson).toList());
        assertEquals(2, store.listVersions("a").size());
        assertEquals(report("rep-1", DAY), store.findReport("rep-1").orElseThrow());
        assertEquals(version, store.dataVersion());
    }

    @Test
    void aCommittedReportSurvivesAProcessThatNeverCloses() throws IOException {
        store.addReport(report("rep-1", DAY), coded(at("a", KYIV, DAY)));
        // What is on the disk at this moment is what a killed process leaves behind.
        Path copy = Files.createDirectory(folder.resolve("after-kill"));
        for (String suffix : List.of("", "-wal")) {
            Path part = folder.resolve(GeoPackageStore.FILE_NAME + suffix);
            Files.copy(part, copy.resolve(part.getFileName()));
        }
        try (EventStore recovered = GeoPackageStore.open(copy, CLOCK)) {
            assertEquals(
                    List.of("a"),
                    recovered.list(EventQuery.all()).stream().map(Event::id).toList());
        }
    }

    @Test
    void theSpatialIndexFollowsEveryChange() throws SQLException {
        Event a = at("a", KYIV, DAY);
        store.addReport(report("rep-1", DAY), coded(a, over("b", Geodesy.circle(KYIV, 9000, 16), DAY)));
        assertEquals(1, number("SELECT count(*) FROM rtree_event_geom"));
        assertEquals(1, number("SELECT count(*) FROM rtree_event_area_geom"));
        store.addVersion(next(at("a", null, DAY), "accepted"));
        store.addVersion(next(over("b", Geodesy.circle(KYIV, 9000, 16), DAY), "rejected"));
        assertEquals(0, number("SELECT count(*) FROM rtree_event_geom"));
        assertEquals(0, number("SELECT count(*) FROM rtree_event_area_geom"));
        assertEquals(4, number("SELECT count(*) FROM event_version"));
    }

    @Test
    void theFileIsAGeoPackage() throws SQLException {
        assertEquals(0x47504B47, number("PRAGMA application_id"));
        assertEquals(10300, number("PRAGMA user_version"));
        assertEquals(3, number("SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326)"));
        assertEquals(0, number("SELECT count(*) FROM pragma_foreign_key_check"));
    }

    @Test
    void ogrinfoReadsTheLayersWhileTheStoreIsOpen() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ogrinfo")), "no ogrinfo here (Debian: gdal-bin), skipped");
        store.addReport(
                report("rep-1", DAY), coded(full(), over("b", Geodesy.circle(new LonLat(180, 1), 9000, 16), DAY)));
        String summary = ogrinfo("-so", "-al", file().toString());
        assertTrue(summary.contains("using driver `GPKG' successful"), summary);
        assertFalse(summary.contains("Warning") || summary.contains("ERROR"), summary);
        for (String table : List.of("event", "event_area", "event_version", "report", "omission", "meta")) {
            assertTrue(summary.contains("Layer name: " + table + "\n"), table + " is missing in " + summary);
        }
        assertTrue(summary.contains("ID[\"EPSG\",4326]"), summary);
        assertTrue(summary.contains("event_date: Date"), summary);
        String near = ogrinfo("-ro", "-spat", "37", "48", "38", "49", file().toString(), "event");
        assertTrue(near.contains("Feature Count: 1") && near.contains("POINT (37.552712 48.35)"), near);
        String far = ogrinfo("-ro", "-spat", "0", "0", "1", "1", file().toString(), "event");
        assertTrue(far.contains("Feature Count: 0"), far);
    }

    @Test
    void theFileMeetsTheRulesOfTheFormat() throws IOException, InterruptedException {
        Path validator = Path.of("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py");
        assumeTrue(Files.isReadable(validator), "no validate_gpkg.py here (Debian: python3-gdal), skipped");
        Event over = over("b", Geodesy.circle(new LonLat(180, 1), 9000, 16), DAY);
        store.addReport(report("rep-1", DAY), coded(full(), over));
        store.addVersion(next(full(), "accepted"));
        store.addVersion(next(over, "rejected"));
        assertEquals("", run("/usr/bin/python3", validator.toString(), "--extra", file().toString()));
    }

    private static String ogrinfo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst("/usr/bin/ogrinfo");
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void anotherProgramThatChangesAnEventIsToldToDoItHere() throws IOException, InterruptedException, SQLException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ogrinfo")), "no ogrinfo here (Debian: gdal-bin), skipped");
        store.addReport(
                report("rep-1", DAY), coded(at("a", KYIV, DAY), over("b", Geodesy.circle(KYIV, 9000, 16), DAY)));
        for (String sql : List.of(
                "UPDATE event SET title = 'moved by hand' WHERE event_id = 'a'",
                "UPDATE event SET geom = NULL WHERE event_id = 'a'",
                "DELETE FROM event",
                "DELETE FROM event_area",
                "UPDATE event_area SET title = 'x'",
                "INSERT INTO event_area SELECT 99, geom, 'new', title, 1, event_type, NULL, NULL, 1, 0 FROM event_area",
                "INSERT INTO event (event_id, version, title, record_type, map_tier, event_type, sub_event_type,"
                        + " certainty, verification_level, review_status, version_id, data_version)"
                        + " VALUES ('z', 1, 't', 'event', 1, 'x', 'x', 'x', 'x', 'x', 0, 0)")) {
            String answer = ogrinfo(file().toString(), "-sql", sql);
            assertTrue(answer.contains("change events in Clashmap"), sql + ": " + answer);
        }
        for (String sql : List.of("DELETE FROM event_version", "UPDATE report SET text = 'another'")) {
            assertTrue(ogrinfo(file().toString(), "-sql", sql).contains("never changed or deleted"), sql);
        }
        assertEquals("Event a", store.find("a").orElseThrow().what().title());
        assertEquals(2, number("SELECT count(*) FROM event"));
        assertEquals(1, number("SELECT count(*) FROM rtree_event_geom"));
        store.addVersion(next(at("a", KYIV, DAY), "accepted"));
        store.addVersion(next(over("b", Geodesy.circle(KYIV, 9000, 16), DAY), "rejected"));
        assertEquals(1, number("SELECT count(*) FROM event"));
        // What a GIS keeps of its own in the file is its own.
        String styles =
                ogrinfo(file().toString(), "-sql", "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, x TEXT)");
        assertFalse(styles.contains("ERROR"), styles);
    }

    @Test
    void aStoreOfAnotherVersionIsLeftAlone() throws SQLException {
        store.close();
        execute("UPDATE meta SET value = 7 WHERE name = 'schema_version'");
        String message = messageOf(EventStoreException.class, this::open);
        assertTrue(message.contains("has store version 7, this program works with version 2"), message);
        assertEquals(7, number("SELECT value FROM meta WHERE name = 'schema_version'"));
    }

    @Test
    void filesThatAreNoStoreAreRefusedWithAWayOut() throws IOException, SQLException {
        store.close();
        execute("DROP TABLE meta");
        String foreign = messageOf(EventStoreException.class, this::open);
        assertTrue(foreign.contains("is not a Clashmap store") && foreign.contains("Move it away"), foreign);
        Files.writeString(file(), "This is a letter, not a database. ".repeat(100));
        String letter = messageOf(EventStoreException.class, this::open);
        assertTrue(letter.contains("is not a GeoPackage") && letter.contains(file().toString()), letter);
    }

    @Test
    void aFolderThatCannotBeIsRefusedByName() throws IOException {
        Path blocked = Files.writeString(folder.resolve("a-file"), "x");
        String message = messageOf(EventStoreException.class, () -> GeoPackageStore.open(blocked, CLOCK));
        assertTrue(message.contains("a-file") && message.contains("Choose another folder"), message);
    }

    @Test
    void aLockedStoreSaysSoAndKeepsWhatItHas() throws SQLException {
        store.addReport(report("rep-1", DAY), coded(at("a", KYIV, DAY)));
        try (EventStore impatient = GeoPackageStore.open(folder, CLOCK, Duration.ofMillis(50));
                Connection other = raw();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            String message = messageOf(
                    EventStoreException.class,
                    () -> impatient.addReport(report("rep-2", DAY), coded(at("b", KYIV, DAY))));
            assertTrue(message.contains("is locked: another process"), message);
            assertEquals(1, impatient.count(EventQuery.all()));
            statement.execute("ROLLBACK");
            assertTrue(impatient.addReport(report("rep-2", DAY), coded(at("b", KYIV, DAY))));
        }
        assertEquals(2, store.count(EventQuery.all()));
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();
        assertTrue(messageOf(EventStoreException.class, () -> store.count(EventQuery.all()))
                .contains("is closed"));
        store.close();
    }
}
