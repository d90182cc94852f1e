package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.clashmap.event.EventStoreException;

/**
 * The tables of {@code events.gpkg}. {@code event} and {@code event_area} are the layers a GIS shows: the current state,
 * points in one, footprints in the other, under the same {@code fid}. {@code event_version} holds every version's
 * document and is never overwritten.
 *
 * <p>The system tables, and R-tree triggers by the names of GeoPackage 1.3, which GDAL before 3.7 expects, follow OGC
 * 12-128r18.
 */
final class GeoPackageSchema {
    /** Of Clashmap's own tables; raised when they change. */
    static final int VERSION = 1;

    private static final int APPLICATION_ID = 0x47504B47;
    private static final int GEOPACKAGE_VERSION = 10300;

    private static final List<String> SYSTEM_TABLES = List.of("""
            CREATE TABLE gpkg_spatial_ref_sys (
              srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
              organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""", """
            CREATE TABLE gpkg_contents (
              table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
              description TEXT DEFAULT '',
              last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
              min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
              CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""", """
            CREATE TABLE gpkg_geometry_columns (
              table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
              srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
              CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
              CONSTRAINT uk_gc_table_name UNIQUE (table_name),
              CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
              CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""", """
            CREATE TABLE gpkg_extensions (
              table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
              scope TEXT NOT NULL,
              CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""");

    private static final String WGS84_WKT =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
                    + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                    + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],"
                    + "AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]";

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE event (
              fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, event_id TEXT NOT NULL UNIQUE,
              version INTEGER NOT NULL, title TEXT NOT NULL, record_type TEXT NOT NULL, map_tier INTEGER NOT NULL,
              event_type TEXT NOT NULL, sub_event_type TEXT NOT NULL, event_date DATE, date_start DATE, date_end DATE,
              actor1 TEXT, actor2 TEXT, fatalities INTEGER, place_text TEXT, location TEXT, country TEXT, admin1 TEXT,
              longitude DOUBLE, latitude DOUBLE, geo_precision INTEGER, geo_level TEXT, uncertainty_m INTEGER,
              certainty TEXT NOT NULL, verification_level TEXT NOT NULL, review_status TEXT NOT NULL, source TEXT,
              document TEXT NOT NULL)""",
            """
            CREATE TABLE event_area (
              fid INTEGER PRIMARY KEY NOT NULL, geom GEOMETRY NOT NULL, event_id TEXT NOT NULL UNIQUE,
              title TEXT NOT NULL, map_tier INTEGER NOT NULL, event_type TEXT NOT NULL, event_date DATE,
              geo_level TEXT, uncertainty_m INTEGER, has_point BOOLEAN NOT NULL)""",
            """
            CREATE TABLE event_version (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, event_id TEXT NOT NULL, version INTEGER NOT NULL,
              stored_at DATETIME NOT NULL, document TEXT NOT NULL, UNIQUE (event_id, version))""",
            """
            CREATE TABLE report (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL UNIQUE, published DATE,
              language TEXT NOT NULL, publisher TEXT, title TEXT, url TEXT, text TEXT NOT NULL, sha256 TEXT NOT NULL,
              media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL, collected_at TEXT NOT NULL,
              collected_by TEXT NOT NULL)""",
            """
            CREATE TABLE report_bytes (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL UNIQUE, received BLOB NOT NULL)""",
            """
            CREATE TABLE omission (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL, position INTEGER NOT NULL,
              quote TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, fields TEXT NOT NULL,
              trap TEXT NOT NULL, reason TEXT NOT NULL, UNIQUE (report_id, position))""",
            """
            CREATE TABLE meta (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL UNIQUE, value INTEGER NOT NULL)""",
            "CREATE INDEX event_in_order ON event (event_date DESC, event_id, map_tier, date_start, date_end, longitude,"
                    + " latitude)",
            "CREATE INDEX report_in_order ON report (published DESC, report_id)");

    /** A table as a GIS lists it. */
    private record Listed(String table, String description) {}

    private static final List<Listed> LAYERS = List.of(
            new Listed("event", "Events, current state; the point is as exact as uncertainty_m says"),
            new Listed("event_area", "Areas of uncertainty, regions and routes of the events of the same fid"));

    private static final List<Listed> ATTRIBUTE_TABLES = List.of(
            new Listed("event_version", "Every version of every event as GeoJSON"),
            new Listed("report", "Reports as received, with their working text"),
            new Listed("report_bytes", "The bytes of reports as received"),
            new Listed("omission", "Passages that look like events and were left out, with the reason"),
            new Listed("meta", "Versions of this file"));

    private GeoPackageSchema() {}

    /**
     * Makes the tables in a new file, or makes sure that an existing one is a store of this version. To be called within
     * a transaction.
     *
     * @param name of the file, for messages
     */
    static void createOrCheck(Connection connection, String name, InstantSource clock) throws SQLException {
        if (isNew(connection)) {
            create(connection, clock);
            return;
        }
        if (!hasTable(connection, "meta") || !hasTable(connection, "event_version")) {
            throw new EventStoreException(name + " is not a Clashmap store: it lacks the tables meta and event_version."
                    + " Move it away or choose another data folder.");
        }
        long found = metaValue(connection, "schema_version");
        if (found != VERSION) {
            throw new EventStoreException(name + " has store version " + found + ", this program works with version "
                    + VERSION + ". Run the Clashmap that wrote it, export its events and import them into a new data"
                    + " folder.");
        }
    }

    static long metaValue(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT value FROM meta WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    private static boolean isNew(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT count(*) FROM sqlite_master")) {
            return row.next() && row.getInt(1) == 0;
        }
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

    private static void create(Connection connection, InstantSource clock) throws SQLException {
        createTables(connection, TABLES);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO meta (name, value) VALUES ('schema_version', " + VERSION + "), ('data_version', 1)");
        }
        list(connection, ATTRIBUTE_TABLES, clock);
    }

    /** Makes the layers of a new file that is no store, and a table that says what they are. */
    static void createForExport(Connection connection, InstantSource clock) throws SQLException {
        createTables(connection, List.of(TABLES.get(0), TABLES.get(1), """
                CREATE TABLE about (
                  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL)"""));
        list(connection, List.of(new Listed("about", "Licences, credits, filter and version of these data")), clock);
    }

    private static void createTables(Connection connection, List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + GEOPACKAGE_VERSION);
            for (String table : SYSTEM_TABLES) {
                statement.execute(table);
            }
            for (String table : tables) {
                statement.execute(table);
            }
        }
    }

    private static void list(Connection connection, List<Listed> attributeTables, InstantSource clock)
            throws SQLException {
        addReferenceSystem(connection, "Undefined Cartesian", -1, "NONE", "undefined");
        addReferenceSystem(connection, "Undefined geographic", 0, "NONE", "undefined");
        addReferenceSystem(connection, "WGS 84", GeoPackageGeometry.SRS_ID, "EPSG", WGS84_WKT);
        String now = clock.instant().toString();
        for (Listed layer : LAYERS) {
            addContents(connection, layer, "features", GeoPackageGeometry.SRS_ID, now);
            addGeometryColumn(connection, layer.table(), layer.table().equals("event") ? "POINT" : "GEOMETRY");
            addSpatialIndex(connection, layer.table());
        }
        for (Listed table : attributeTables) {
            addContents(connection, table, "attributes", 0, now);
        }
    }

    private static void addReferenceSystem(
            Connection connection, String name, int id, String organization, String definition) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")) {
            insert.setString(1, name);
            insert.setInt(2, id);
            insert.setString(3, organization);
            insert.setInt(4, id);
            insert.setString(5, definition);
            insert.executeUpdate();
        }
    }

    private static void addContents(Connection connection, Listed listed, String type, int srsId, String now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, listed.table());
            insert.setString(2, type);
            insert.setString(3, listed.table());
            insert.setString(4, listed.description());
            insert.setString(5, now);
            insert.setInt(6, srsId);
            insert.executeUpdate();
        }
    }

    private static void addGeometryColumn(Connection connection, String table, String type) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)")) {
            insert.setString(1, table);
            insert.setString(2, type);
            insert.setInt(3, GeoPackageGeometry.SRS_ID);
            insert.executeUpdate();
        }
    }

    /** The R-tree extension, annex F.3: the index and the six triggers that keep it in step. */
    private static void addSpatialIndex(Connection connection, String table) throws SQLException {
        String index = "rtree_" + table + "_geom";
        String put = "INSERT OR REPLACE INTO " + index + " VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom),"
                + " ST_MinY(NEW.geom), ST_MaxY(NEW.geom));";
        String present = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
        String absent = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
        String drop = "DELETE FROM " + index + " WHERE id = OLD.fid;";
        List<String> statements = List.of(
                "CREATE VIRTUAL TABLE " + index + " USING rtree(id, minx, maxx, miny, maxy)",
                trigger(index, "insert", "INSERT", table, present, put),
                trigger(index, "update1", "UPDATE OF geom", table, "OLD.fid = NEW.fid AND " + present, put),
                trigger(index, "update2", "UPDATE OF geom", table, "OLD.fid = NEW.fid AND " + absent, drop),
                trigger(index, "update3", "UPDATE", table, "OLD.fid != NEW.fid AND " + present, drop + " " + put),
                trigger(
                        index,
                        "update4",
                        "UPDATE",
                        table,
                        "OLD.fid != NEW.fid AND " + absent,
                        "DELETE FROM " + index + " WHERE id IN (OLD.fid, NEW.fid);"),
                trigger(index, "delete", "DELETE", table, "OLD.geom NOT NULL", drop),
                "INSERT INTO gpkg_extensions VALUES ('" + table + "', 'geom', 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String trigger(String index, String name, String event, String table, String when, String body) {
        return "CREATE TRIGGER " + index + "_" + name + " AFTER " + event + " ON " + table + " WHEN " + when + " BEGIN "
                + body + " END";
    }
}
