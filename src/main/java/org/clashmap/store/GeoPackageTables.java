package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What makes an SQLite file a GeoPackage: the system tables and the rows in them, by OGC 12-128r18. Knows nothing of
 * events.
 */
final class GeoPackageTables {
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

    private GeoPackageTables() {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A moment as the format wants it: UTC, to the millisecond. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A table as a GIS lists it. */
    record Listed(String table, String description) {}

    /** Makes the system tables of a GeoPackage in a new file. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + GEOPACKAGE_VERSION);
            for (String table : SYSTEM_TABLES) {
                statement.execute(table);
            }
        }
        addReferenceSystem(connection, "Undefined Cartesian", -1, "NONE", "undefined");
        addReferenceSystem(connection, "Undefined geographic", 0, "NONE", "undefined");
        addReferenceSystem(connection, "WGS 84", GeoPackageGeometry.SRS_ID, "EPSG", WGS84_WKT);
    }

    /** Lists a table of features with their geometries in {@code geom}, and indexes it. */
    static void addLayer(Connection connection, Listed layer, String geometryType, Instant now) throws SQLException {
        addContents(connection, layer, "features", GeoPackageGeometry.SRS_ID, now);
        addGeometryColumn(connection, layer.table(), geometryType);
        execute(connection, SpatialIndex.create(layer.table()));
        execute(connection, SpatialIndex.triggers(layer.table()));
    }

    /**
     * Lists a table without geometries. While at least one is listed, a GIS shows none that is not, such as those in which
     * SQLite keeps its indexes.
     */
    static void addAttributes(Connection connection, Listed table, Instant now) throws SQLException {
        addContents(connection, table, "attributes", 0, now);
    }

    static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
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

    private static void addContents(Connection connection, Listed listed, String type, int srsId, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, listed.table());
            insert.setString(2, type);
            insert.setString(3, listed.table());
            insert.setString(4, listed.description());
            insert.setString(5, time(now));
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
}
