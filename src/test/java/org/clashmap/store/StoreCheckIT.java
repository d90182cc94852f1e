package org.clashmap.store;

import static org.clashmap.Refusal.messageOf;
import static org.clashmap.event.EventSamples.at;
import static org.clashmap.event.EventSamples.full;
import static org.clashmap.event.EventSamples.next;
import static org.clashmap.event.EventSamples.over;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checking, backing up and restoring a store with some past. */
class StoreCheckIT {
    private static final Instant NOW = Instant.parse("2025-04-09T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);
    private static final LonLat KYIV = new LonLat(30.5238, 50.45466);

    @TempDir
    Path folder = Path.of(".");

    private Path data() {
        return folder.resolve("data");
    }

    private EventStore open() {
        return GeoPackageStore.open(data(), InstantSource.fixed(NOW));
    }

    @BeforeEach
    void writeStore() {
        byte[] bytes = "Обстріл".getBytes(StandardCharsets.UTF_8);
        Report report = new Report(
                "rep-1",
                "Обстріл",
                Language.UK,
                DAY,
                new Report.Source(null, null, null),
                new Report.Receipt(Hashes.sha256(bytes), "text/plain", bytes.length, "2025-04-09T00:00:00Z", "file"));
        try (EventStore store = open()) {
            Event a = at("a", KYIV, DAY);
            Event b = over("b", Geodesy.circle(KYIV, 5000, 16), DAY);
            store.addReport(report, new CodedReport(List.of(full(), a, b), List.of(), List.of()), bytes);
            Event second = next(a, "rejected");
            store.addVersion(second);
            store.addVersions(List.of(next(second, "accepted"), next(b, "accepted")));
        }
    }

    private void damage(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("events.gpkg"));
                Statement statement = connection.createStatement()) {
            SpatialFunctions.register(connection);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aStoreAsItIsWrittenIsSound() {
        StoreCheck.Findings findings = StoreCheck.of(data());
        assertEquals(List.of(), findings.problems());
        assertEquals(Map.of("events", 3L, "versions", 6L, "reports", 1L, "received", 1L), findings.counts());
        try (EventStore store = open()) {
            assertTrue(StoreCheck.of(data()).isSound());
            assertEquals(3, store.count(EventQuery.all()));
        }
    }

    @Test
    void aLargeBatchLeavesTheSameAsSmallOnesAndItsTriggers() throws SQLException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            LonLat where = new LonLat(30 + i * 0.01, 50);
            events.add(i % 3 == 0 ? over("n" + i, Geodesy.circle(where, 5000, 8), DAY) : at("n" + i, where, DAY));
        }
        try (EventStore store = open()) {
            store.addBatch(List.of(), events, (stored, incoming) -> Optional.empty());
            // Known ones move, lose their place, or leave the map.
            List<Event> again = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                Event event = i % 5 == 0 ? at("n" + i, null, DAY) : at("n" + i, new LonLat(-60, -10), DAY);
                again.add(next(event, i % 7 == 0 ? "rejected" : "accepted"));
            }
            store.addBatch(List.of(), again, (stored, incoming) -> Optional.of(incoming));
        }
        StoreCheck.Findings findings = StoreCheck.of(data());
        assertEquals(List.of(), findings.problems());
        assertEquals(3 + 400 - 43, findings.counts().get("events"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("events.gpkg"));
                Statements statements = new Statements(connection)) {
            assertEquals(26, statements.number("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
        }
    }

    @Test
    void whateverIsChangedBehindTheStoresBackIsFound() throws SQLException, IOException {
        Map<String, String> damages = new LinkedHashMap<>();
        damages.put("UPDATE report_bytes SET received = x'00'", "the bytes of report rep-1 are not those that came");
        damages.put("DELETE FROM event_version WHERE event_id = 'a' AND version = 2", "event a lacks a version");
        damages.put("UPDATE event_version SET document = '{' WHERE event_id = 'b' AND version = 2", "cannot be read");
        damages.put("UPDATE event_version SET patch = '[]' WHERE event_id = 'b'", "its patch does not make it");
        damages.put("UPDATE event_version SET data_version = 99 WHERE event_id = 'b'", "above that of the store");
        damages.put("UPDATE event_version SET kind = 'merged' WHERE event_id = 'a' AND version = 2", "its kind is not");
        damages.put("DELETE FROM event WHERE event_id = 'a'", "event a is not on the map and should be");
        damages.put("UPDATE event SET title = 'other' WHERE event_id = 'a'", "event a has another title on the map");
        damages.put("UPDATE event SET fatalities = NULL WHERE event_id = 'a'", "event a has another fatalities");
        damages.put("UPDATE event_area SET geom = NULL WHERE 0; DELETE FROM event_area", "has another area on the map");
        damages.put("DELETE FROM rtree_event_geom", "the R-tree of event does not hold row");
        damages.put("INSERT INTO rtree_event_geom VALUES (77, 0, 0, 0, 0)", "holds row 77, which is not there");
        damages.put("UPDATE event_text SET title = 'other' WHERE fid = 1", "event ev-full is found by other words");
        damages.put("DELETE FROM event_search_data WHERE id > 100", "the index of words is not that of the words");
        damages.put("DELETE FROM event_past", "what the map showed of version row");
        Path sound = folder.resolve("sound.gpkg");
        Snapshot.copy(data().resolve("events.gpkg"), sound);
        for (Map.Entry<String, String> damage : damages.entrySet()) {
            Files.deleteIfExists(data().resolve("events.gpkg-wal"));
            Files.deleteIfExists(data().resolve("events.gpkg-shm"));
            Snapshot.copy(sound, data().resolve("events.gpkg"));
            damage("DROP TRIGGER guard_report_bytes_update", "DROP TRIGGER guard_event_version_delete");
            damage("DROP TRIGGER guard_event_version_update", "DROP TRIGGER guard_event_delete");
            damage("DROP TRIGGER guard_event_update", "DROP TRIGGER guard_event_area_delete");
            damage(damage.getKey().split("; "));
            StoreCheck.Findings findings = StoreCheck.of(data());
            assertTrue(
                    findings.problems().stream().anyMatch(problem -> problem.contains(damage.getValue())),
                    damage.getKey() + ": " + findings.problems());
        }
    }

    @Test
    void aBackupOfAStoreInUseIsAWholeDataFolder() throws IOException {
        Files.createDirectories(data().resolve("gazetteer"));
        Files.writeString(data().resolve("gazetteer/layer.tsv"), "a layer");
        Path backup = folder.resolve("backup");
        try (EventStore store = open()) {
            Backup.Facts facts = Backup.make(data(), backup, NOW);
            assertEquals(store.dataVersion(), facts.dataVersion());
            assertEquals("3 events, 2 files", facts.events() + " events, " + facts.files() + " files");
            store.addVersion(next(full(), "accepted"));
            String inUse = messageOf(EventStoreException.class, () -> Backup.restore(backup, data(), true, NOW));
            assertTrue(inUse.contains("is in use"), inUse);
        }
        assertTrue(StoreCheck.of(backup).isSound());
        assertTrue(messageOf(EventStoreException.class, () -> Backup.make(data(), backup, NOW))
                .contains("is there already"));
        assertTrue(messageOf(EventStoreException.class, () -> Backup.restore(backup, data(), false, NOW))
                .contains("is not empty"));
        Path aside = Backup.restore(backup, data(), true, NOW);
        try (EventStore store = open()) {
            assertEquals(1, store.find("ev-full").orElseThrow().version());
        }
        assertEquals("a layer", Files.readString(data().resolve("gazetteer/layer.tsv")));
        assertTrue(StoreCheck.of(aside).isSound());
        assertEquals(data().resolve("new"), Backup.restore(backup, data().resolve("new"), false, NOW));
    }

    @Test
    void aBackupThatIsNotAsItWasMadeIsNotRestored() throws IOException {
        Path backup = folder.resolve("backup");
        Backup.make(data(), backup, NOW);
        Files.write(backup.resolve("events.gpkg"), new byte[] {1, 2, 3});
        Path other = folder.resolve("other");
        String message = messageOf(EventStoreException.class, () -> Backup.restore(backup, other, false, NOW));
        assertTrue(message.contains("missing or not as it was"), message);
        assertFalse(Files.exists(other));
        assertTrue(messageOf(EventStoreException.class, () -> Backup.restore(folder, other, false, NOW))
                .contains("is no backup"));
        assertTrue(
                messageOf(EventStoreException.class, () -> StoreCheck.of(other)).contains("there is no store"));
    }
}
