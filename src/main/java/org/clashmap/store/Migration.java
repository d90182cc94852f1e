package org.clashmap.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventStoreException;
import org.clashmap.event.JsonPatch;
import org.clashmap.event.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a store that an earlier Clashmap wrote up to the tables of this one, after a copy was made of it. One transaction:
 * what fails half way leaves the file as it was.
 */
final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private static final List<String> MAKE_ROOM = List.of(
            "DROP INDEX event_in_order",
            "ALTER TABLE event DROP COLUMN document",
            "ALTER TABLE event ADD COLUMN version_id INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE event ADD COLUMN data_version INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE event_version RENAME TO event_version_1",
            GeoPackageSchema.EVENT_VERSION);

    private static final List<String> FINISH = List.of("DROP TABLE event_version_1", """
            UPDATE event SET (version_id, data_version) = (SELECT v.id, v.data_version FROM event_version v
              WHERE v.event_id = event.event_id ORDER BY v.version DESC LIMIT 1)""");

    private Migration() {}

    /** Where the copy of a store of an earlier version is kept. */
    static Path copyOf(Path file, int version) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.replaceFirst("\\.gpkg$", "") + "-before-version-" + (version + 1) + ".gpkg");
    }

    /**
     * Makes the tables in a new file, or brings those of an existing one up to date. To be called within a transaction that
     * holds the lock for writing.
     */
    static void bringUp(Connection connection, Path file, Instant now) throws SQLException {
        if (GeoPackageSchema.isNew(connection)) {
            GeoPackageSchema.create(connection, now);
            return;
        }
        int version = GeoPackageSchema.version(connection, file.toString());
        if (version == GeoPackageSchema.VERSION) {
            return;
        }
        Path copy = copyOf(file, version);
        Snapshot.copy(file, copy);
        LOG.info(
                "bringing {} from store version {} to {}; a copy of it is {}",
                file,
                version,
                GeoPackageSchema.VERSION,
                copy);
        try {
            fromFirst(connection);
        } catch (SQLException | IllegalArgumentException e) {
            throw new EventStoreException(
                    "the store " + file + " cannot be brought from version " + version + " to "
                            + GeoPackageSchema.VERSION + " (" + e.getMessage() + "). It is as it was.",
                    e);
        }
    }

    /**
     * Version 1 kept no word of who changed what in which data version. Who and why are in the events' own histories; data
     * versions are numbered anew in the order of storing, one for each moment at which something was stored, which is never
     * more than the store counted.
     */
    private static void fromFirst(Connection connection) throws SQLException {
        GeoPackageTables.execute(connection, MAKE_ROOM);
        GeoPackageTables.execute(connection, GeoPackageSchema.PAST_AND_WORDS);
        try (Statements statements = new Statements(connection)) {
            try (Statement query = connection.createStatement();
                    ResultSet row =
                            query.executeQuery("SELECT id, event_id, version, stored_at, document FROM event_version_1"
                                    + " ORDER BY id")) {
                String moment = "";
                long dataVersion = 1;
                while (row.next()) {
                    String at = row.getString(4);
                    dataVersion += at.equals(moment) ? 0 : 1;
                    moment = at;
                    copyVersion(
                            statements,
                            new EventRows.Stored(row.getLong(1), row.getInt(3), dataVersion, row.getString(5)),
                            GeoPackageTables.time(Instant.parse(at)));
                }
            }
            GeoPackageTables.execute(connection, FINISH);
            addWords(connection, statements);
        }
        GeoPackageTables.execute(connection, Guards.create());
        GeoPackageSchema.setMetaValue(connection, "schema_version", GeoPackageSchema.VERSION);
    }

    private static void copyVersion(Statements statements, EventRows.Stored version, String at) throws SQLException {
        Event event = EventJson.parse(version.document());
        Optional<EventRows.Stored> last = EventRows.findLast(statements, event.id());
        Event before = last.isEmpty() ? null : EventJson.parse(last.get().document());
        if (last.isPresent() && before != null && !before.isWithdrawn()) {
            EventRows.addPast(statements, before, last.get(), version.dataVersion());
        }
        String patch = last.isEmpty() ? "[]" : JsonPatch.between(last.get().document(), version.document());
        EventRows.addVersion(
                statements,
                version,
                event.id(),
                new EventRows.Note(EventChange.Kind.of(before, event), Revision.changeOf(event, at), patch));
    }

    private static void addWords(Connection connection, Statements statements) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT e.fid, v.document FROM event e JOIN event_version v ON v.id = e.version_id ORDER BY e.fid");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                SearchTables.insert(statements, row.getLong(1), EventJson.parse(row.getString(2)));
            }
        }
    }
}
