package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.clashmap.event.EventStoreException;
import org.clashmap.store.GeoPackageTables.Listed;

/**
 * The tables of {@code events.gpkg}.
 *
 * <ul>
 *   <li>{@code event_version}: every version of every event, its document, and who made it when and why. Rows are added and
 *       never changed; their ids are the cursor of the change feed.
 *   <li>{@code event} and {@code event_area}: the layers a GIS shows, the current state; points in one, footprints in the
 *       other, under the same {@code fid}. The document is that of {@code event.version_id}.
 *   <li>{@code event_past}: what the map showed before: the versions that were current once, from which data version until
 *       which.
 *   <li>{@code event_text} and its index {@code event_search}: the words of the current state.
 * </ul>
 *
 * All but {@code event_version}, the reports and their omissions follow from these and can be made again.
 */
final class GeoPackageSchema {
    /** Of Clashmap's own tables; raised when they change, with a step in {@link Migration}. */
    static final int VERSION = 2;

    private static final String COLUMNS = """
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, event_id TEXT NOT NULL UNIQUE,
              version INTEGER NOT NULL, title TEXT NOT NULL, record_type TEXT NOT NULL, map_tier INTEGER NOT NULL,
              event_type TEXT NOT NULL, sub_event_type TEXT NOT NULL, event_date DATE, date_start DATE, date_end DATE,
              actor1 TEXT, actor2 TEXT, fatalities INTEGER, place_text TEXT, location TEXT, country TEXT, admin1 TEXT,
              longitude DOUBLE, latitude DOUBLE, geo_precision INTEGER, geo_level TEXT, uncertainty_m INTEGER,
              certainty TEXT NOT NULL, verification_level TEXT NOT NULL, review_status TEXT NOT NULL, source TEXT""";

    private static final String EVENT =
            "CREATE TABLE event (" + COLUMNS + ", version_id INTEGER NOT NULL, data_version INTEGER NOT NULL)";

    private static final String EVENT_AREA = """
            CREATE TABLE event_area (
              fid INTEGER PRIMARY KEY NOT NULL, geom GEOMETRY NOT NULL, event_id TEXT NOT NULL UNIQUE,
              title TEXT NOT NULL, map_tier INTEGER NOT NULL, event_type TEXT NOT NULL, event_date DATE,
              geo_level TEXT, uncertainty_m INTEGER, has_point BOOLEAN NOT NULL)""";

    /** The document stands last: what stands before it is read without turning to its further pages. */
    static final String EVENT_VERSION = """
            CREATE TABLE event_version (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, event_id TEXT NOT NULL, version INTEGER NOT NULL,
              data_version INTEGER NOT NULL, kind TEXT NOT NULL, stored_at DATETIME NOT NULL, stored_by TEXT NOT NULL,
              action TEXT NOT NULL, reason TEXT, patch TEXT NOT NULL, document TEXT NOT NULL,
              UNIQUE (event_id, version))""";

    /** What a query looks at, of the versions that were current once. {@code geom} only where there is no point. */
    private static final String EVENT_PAST = """
            CREATE TABLE event_past (
              id INTEGER PRIMARY KEY NOT NULL, event_id TEXT NOT NULL, data_version INTEGER NOT NULL,
              until_version INTEGER NOT NULL, map_tier INTEGER NOT NULL, event_date DATE, date_start DATE, date_end DATE,
              longitude DOUBLE, latitude DOUBLE, area BLOB)""";

    private static final String EVENT_TEXT = """
            CREATE TABLE event_text (
              fid INTEGER PRIMARY KEY NOT NULL, title TEXT NOT NULL, places TEXT NOT NULL, actors TEXT NOT NULL,
              quotes TEXT NOT NULL)""";

    /** The words are folded before they come here, see {@link SearchText}. */
    private static final String EVENT_SEARCH =
            "CREATE VIRTUAL TABLE event_search USING fts5(title, places, actors, quotes,"
                    + " content='event_text', content_rowid='fid', detail=column, tokenize='unicode61 remove_diacritics 0')";

    static final String EVENT_IN_ORDER =
            "CREATE INDEX event_in_order ON event (event_date DESC, event_id, map_tier, date_start, date_end, longitude,"
                    + " latitude, data_version, version_id)";

    private static final String EVENT_PAST_IN_ORDER =
            "CREATE INDEX event_past_in_order ON event_past (event_date DESC, event_id, data_version, until_version,"
                    + " map_tier, date_start, date_end, longitude, latitude)";

    /** What came with version 2. */
    static final List<String> PAST_AND_WORDS =
            List.of(EVENT_IN_ORDER, EVENT_PAST, EVENT_PAST_IN_ORDER, EVENT_TEXT, EVENT_SEARCH);

    private static final List<String> REPORTS =
            List.of("""
            CREATE TABLE report (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL UNIQUE, published DATE,
              language TEXT NOT NULL, publisher TEXT, title TEXT, url TEXT, text TEXT NOT NULL, sha256 TEXT NOT NULL,
              media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL, collected_at TEXT NOT NULL,
              collected_by TEXT NOT NULL)""", """
            CREATE TABLE report_bytes (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL UNIQUE, received BLOB NOT NULL)""", """
            CREATE TABLE omission (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL, position INTEGER NOT NULL,
              quote TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, fields TEXT NOT NULL,
              trap TEXT NOT NULL, reason TEXT NOT NULL, UNIQUE (report_id, position))""", """
            CREATE TABLE meta (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL UNIQUE, value INTEGER NOT NULL)""", "CREATE INDEX report_in_order ON report (published DESC, report_id)");

    private static final Listed POINTS =
            new Listed("event", "Events, current state; the point is as exact as uncertainty_m says");
    private static final Listed AREAS =
            new Listed("event_area", "Areas of uncertainty, regions and routes of the events of the same fid");

    private static final List<Listed> ATTRIBUTE_TABLES = List.of(
            new Listed("event_version", "Every version of every event as GeoJSON, with who made it when and why"),
            new Listed("report", "Reports as received, with their working text"),
            new Listed("report_bytes", "The bytes of reports as received"),
            new Listed("omission", "Passages that look like events and were left out, with the reason"),
            new Listed("meta", "Versions of this file"));

    private GeoPackageSchema() {}

    static long metaValue(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT value FROM meta WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    static void setMetaValue(Connection connection, String name, long value) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE meta SET value = ? WHERE name = ?")) {
            update.setLong(1, value);
            update.setString(2, name);
            update.executeUpdate();
        }
    }

    static boolean isNew(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT count(*) FROM sqlite_master")) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    /**
     * The version of the tables in a file.
     *
     * @throws EventStoreException when the file is no store, or one that this program does not know yet
     */
    static int version(Connection connection, String name) throws SQLException {
        if (!hasTable(connection, "meta") || !hasTable(connection, "event_version")) {
            throw new EventStoreException(name + " is not a Clashmap store: it lacks the tables meta and event_version."
                    + " Move it away or choose another data folder.");
        }
        long found = metaValue(connection, "schema_version");
        if (found < 1 || found > VERSION) {
            throw new EventStoreException(name + " has store version " + found + ", this program works with version "
                    + VERSION + ". Use the Clashmap that wrote it, or a newer one; or choose another data folder.");
        }
        return (int) found;
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Makes the tables in a new file. To be called within a transaction. */
    static void create(Connection connection, Instant now) throws SQLException {
        GeoPackageTables.create(connection);
        GeoPackageTables.execute(
                connection,
                Stream.of(List.of(EVENT, EVENT_AREA, EVENT_VERSION), PAST_AND_WORDS, REPORTS)
                        .flatMap(List::stream)
                        .toList());
        GeoPackageTables.execute(
                connection,
                List.of("INSERT INTO meta (name, value) VALUES ('schema_version', " + VERSION + "),"
                        + " ('data_version', 1)"));
        addLayers(connection, now);
        GeoPackageTables.execute(connection, Guards.create());
        for (Listed table : ATTRIBUTE_TABLES) {
            GeoPackageTables.addAttributes(connection, table, now);
        }
    }

    /** Makes the layers of a new file that is no store, and a table that says what they are. */
    static void createForExport(Connection connection, Instant now) throws SQLException {
        GeoPackageTables.create(connection);
        GeoPackageTables.execute(
                connection, List.of("CREATE TABLE event (" + COLUMNS + ", document TEXT NOT NULL)", EVENT_AREA, """
                        CREATE TABLE about (
                          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL UNIQUE,
                          value TEXT NOT NULL)"""));
        addLayers(connection, now);
        GeoPackageTables.addAttributes(
                connection, new Listed("about", "Licences, credits, filter and version of these data"), now);
    }

    private static void addLayers(Connection connection, Instant now) throws SQLException {
        GeoPackageTables.addLayer(connection, POINTS, "POINT", now);
        GeoPackageTables.addLayer(connection, AREAS, "GEOMETRY", now);
    }
}
