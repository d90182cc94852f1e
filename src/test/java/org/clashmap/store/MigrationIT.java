package org.clashmap.store;

import static org.clashmap.event.EventSamples.at;
import static org.clashmap.event.EventSamples.full;
import static org.clashmap.event.EventSamples.next;
import static org.clashmap.event.EventSamples.over;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.Refusal;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.event.Revision;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that an earlier Clashmap wrote, made here with its tables as they were. */
class MigrationIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-09T12:00:00Z"));
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);
    private static final LonLat KYIV = new LonLat(30.5238, 50.45466);
    private static final EventQuery NEAR_KYIV = EventQuery.all().within(new BoundingBox(30, 50, 31, 51));

    @TempDir
    Path folder = Path.of(".");

    private Path file() {
        return folder.resolve(GeoPackageStore.FILE_NAME);
    }

    /** A store of version 1: {@code a} moved and accepted, {@code b} an area, {@code c} rejected, and the full sample. */
    private List<Event> writeFirst() throws IOException, SQLException {
        Event a = at("a", new LonLat(0, 0), DAY);
        Event moved = next(at("a", KYIV, DAY), "accepted");
        Event b = over("b", Geodesy.circle(KYIV, 5000, 16), DAY);
        Event c = at("c", KYIV, DAY);
        List<Event> versions = List.of(a, b, c, moved, next(c, "rejected"), full());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            SpatialFunctions.register(connection);
            for (String sql : ddl().strip().split(";;", 0)) {
                statement.execute(sql);
            }
            statement.execute("UPDATE meta SET value = 9 WHERE name = 'data_version'");
            int moment = 0;
            for (Event version : versions) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO event_version (event_id, version, stored_at, document) VALUES (?, ?, ?, ?)")) {
                    Rows.into(insert)
                            .text(version.id())
                            .whole(version.version())
                            .text("2025-04-09T0" + moment / 2 + ":00:00Z")
                            .text(EventJson.toJson(version));
                    insert.executeUpdate();
                }
                moment++;
            }
            try (Statements statements = new Statements(connection)) {
                EventLayer layer = new EventLayer(statements, CLOCK.instant(), false, "document");
                for (Event event : List.of(moved, b, full())) {
                    layer.insert(event, row -> row.text(EventJson.toJson(event)));
                }
                layer.extend();
            }
        }
        return versions;
    }

    private static String ddl() throws IOException {
        try (InputStream sql = MigrationIT.class.getResourceAsStream("/store/version-1.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> ids(EventStore store, EventQuery query) {
        return store.list(query).stream().map(Event::id).toList();
    }

    @Test
    void aStoreOfTheFirstVersionIsBroughtUpWithItsWholePast() throws IOException, SQLException {
        List<Event> versions = writeFirst();
        try (EventStore store = GeoPackageStore.open(folder, CLOCK)) {
            assertEquals(List.of("a", "b", "ev-full"), ids(store, EventQuery.all()));
            assertEquals(List.of("a", "b"), ids(store, NEAR_KYIV));
            for (Event version : versions) {
                assertEquals(
                        EventJson.toJson(version),
                        EventJson.toJson(store.findVersion(version.id(), version.version())
                                .orElseThrow()));
            }
            assertEquals(6, store.lastChange());
            assertEquals(9, store.dataVersion());
            assertEquals(List.of("ev-full"), store.search("верхня", 9));
            assertEquals(List.of(), store.search("event c", 9));
            Revision accepted = store.listRevisions("a").getLast();
            assertEquals("2025-04-09T01:00:00.000Z", accepted.at());
            assertEquals(3, accepted.dataVersion());
            assertTrue(accepted.patch().contains("/properties/latitude"), accepted.patch());
            List<String> then = new ArrayList<>();
            store.forEachAsOf(2, NEAR_KYIV, event -> then.add(event.id() + event.version()));
            assertEquals(List.of("b1"), then);
            List<String> after = new ArrayList<>();
            store.forEachAsOf(3, NEAR_KYIV, event -> after.add(event.id() + event.version()));
            assertEquals(List.of("a2", "b1", "c1"), after);
            store.addVersion(next(next(at("a", KYIV, DAY), "accepted"), "published"));
            assertEquals(7, store.lastChange());
        }
    }

    @Test
    void aCopyIsMadeFirstThatTheEarlierProgramCanRead() throws IOException, SQLException {
        writeFirst();
        GeoPackageStore.open(folder, CLOCK).close();
        Path copy = folder.resolve("events-before-version-2.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT (SELECT value FROM meta WHERE name = 'schema_version'),"
                        + " (SELECT count(*) FROM event_version), (SELECT count(document) FROM event)")) {
            row.next();
            assertEquals("1 6 3", row.getInt(1) + " " + row.getInt(2) + " " + row.getInt(3));
        }
        assertFalse(Files.exists(folder.resolve("events-before-version-2.gpkg.part")));
    }

    @Test
    void aStoreThatCannotBeBroughtUpIsLeftAsItIs() throws IOException, SQLException {
        writeFirst();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE event_version SET document = '{\"type\":\"Feature\"}' WHERE id = 4");
        }
        String message = Refusal.messageOf(EventStoreException.class, () -> GeoPackageStore.open(folder, CLOCK));
        assertTrue(message.contains("cannot be brought from version 1 to 2"), message);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(document) FROM event")) {
            row.next();
            assertEquals(3, row.getInt(1));
        }
    }
}
