package org.clashmap.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The R-tree extension of GeoPackage (OGC 12-128r18, annex F.3) for the column {@code geom} of a table: the index and the
 * six triggers that keep it in step, by the names of GeoPackage 1.3, which GDAL before 3.7 expects.
 */
final class SpatialIndex {
    private static final List<String> TRIGGERS =
            List.of("insert", "update1", "update2", "update3", "update4", "delete");

    private SpatialIndex() {}

    private static String name(String table) {
        return "rtree_" + table + "_geom";
    }

    /** The empty index. */
    static List<String> create(String table) {
        return List.of(
                "CREATE VIRTUAL TABLE " + name(table) + " USING rtree(id, minx, maxx, miny, maxy)",
                "INSERT INTO gpkg_extensions VALUES ('" + table + "', 'geom', 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
    }

    /** The triggers. */
    static List<String> triggers(String table) {
        String index = name(table);
        String put = "INSERT OR REPLACE INTO " + index + " VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom),"
                + " ST_MinY(NEW.geom), ST_MaxY(NEW.geom));";
        String present = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
        String absent = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
        String drop = "DELETE FROM " + index + " WHERE id = OLD.fid;";
        return List.of(
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
                trigger(index, "delete", "DELETE", table, "OLD.geom NOT NULL", drop));
    }

    static List<String> dropTriggers(String table) {
        return TRIGGERS.stream()
                .map(trigger -> "DROP TRIGGER " + name(table) + "_" + trigger)
                .toList();
    }

    /** Does what a trigger would do. */
    static void put(Statements statements, String table, long fid, Envelope bounds) throws SQLException {
        PreparedStatement put = statements.get("INSERT OR REPLACE INTO " + name(table) + " VALUES (?, ?, ?, ?, ?)");
        Rows.into(put)
                .whole(fid)
                .decimal(bounds.getMinX())
                .decimal(bounds.getMaxX())
                .decimal(bounds.getMinY())
                .decimal(bounds.getMaxY());
        put.executeUpdate();
    }

    /** Does what a trigger would do. */
    static void delete(Statements statements, String table, long fid) throws SQLException {
        PreparedStatement delete = statements.get("DELETE FROM " + name(table) + " WHERE id = ?");
        delete.setLong(1, fid);
        delete.executeUpdate();
    }

    private static String trigger(String index, String name, String event, String table, String when, String body) {
        return "CREATE TRIGGER " + index + "_" + name + " AFTER " + event + " ON " + table + " WHEN " + when + " BEGIN "
                + body + " END";
    }
}
