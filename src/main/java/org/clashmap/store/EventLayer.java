package org.clashmap.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.clashmap.event.Event;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes the layers {@code event} and {@code event_area}, within the caller's transaction. The extents that a GIS zooms to
 * are brought up once, by {@link #extend}. Used by one thread.
 */
final class EventLayer {
    /** What every event layer has, in the order of {@link #fill}. */
    static final List<String> COLUMNS = List.of(
            "geom",
            "version",
            "title",
            "record_type",
            "map_tier",
            "event_type",
            "sub_event_type",
            "event_date",
            "date_start",
            "date_end",
            "actor1",
            "actor2",
            "fatalities",
            "place_text",
            "location",
            "country",
            "admin1",
            "longitude",
            "latitude",
            "geo_precision",
            "geo_level",
            "uncertainty_m",
            "certainty",
            "verification_level",
            "review_status",
            "source");

    private static final String DELETE = "DELETE FROM event WHERE event_id = ?";

    private static final String DELETE_AREA = "DELETE FROM event_area WHERE event_id = ?";

    private static final String INSERT_AREA = """
            INSERT INTO event_area (fid, event_id, geom, title, map_tier, event_type, event_date, geo_level,
              uncertainty_m, has_point)
            SELECT fid, event_id, ?, title, map_tier, event_type, event_date, geo_level, uncertainty_m,
              geom IS NOT NULL FROM event WHERE fid = ?""";

    /** The extents grow and never shrink. */
    private static final String EXTEND = """
            UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2),
              max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4), last_change = ?5
            WHERE table_name = ?6""";

    private static final String LAST_FID = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0)";

    private static final String FIND_FID = "SELECT fid FROM event WHERE event_id = ?";

    private final Statements statements;
    private final String now;
    private final boolean withoutTriggers;
    private long lastFid;
    private final String insert;
    private final String update;
    private final Envelope points = new Envelope();
    private final Envelope areas = new Envelope();

    /**
     * @param withoutTriggers whether those of the R-trees are not there; then their rows are written here, which takes a
     *     third of the time, as nothing need be called back for the bounds
     * @param further names of the columns after those of every event layer
     */
    EventLayer(Statements statements, Instant now, boolean withoutTriggers, String... further) throws SQLException {
        this.statements = statements;
        this.withoutTriggers = withoutTriggers;
        lastFid = statements.number(LAST_FID);
        this.now = GeoPackageTables.time(now);
        List<String> columns =
                Stream.concat(COLUMNS.stream(), Stream.of(further)).toList();
        insert = "INSERT INTO event (" + String.join(", ", columns) + ", event_id, fid) VALUES ("
                + String.join(", ", Collections.nCopies(columns.size() + 2, "?")) + ")";
        update = "UPDATE event SET " + String.join(" = ?, ", columns) + " = ? WHERE event_id = ?";
    }

    /** The values of the further columns. */
    @FunctionalInterface
    interface Further {
        void in(Rows row) throws SQLException;
    }

    /** Adds an event that is not on the map. Gives its row. */
    long insert(Event event, Further further) throws SQLException {
        PreparedStatement statement = statements.get(insert);
        fill(statement, event, further).whole(++lastFid);
        statement.executeUpdate();
        putBounds(event, lastFid);
        putArea(event, lastFid);
        return lastFid;
    }

    /** Brings an event in step with its new version, whether it was on the map before or not. Gives its row. */
    long put(Event event, Further further) throws SQLException {
        long fid = find(event.id());
        if (fid < 0) {
            return insert(event, further);
        }
        deleteArea(event.id(), fid);
        PreparedStatement statement = statements.get(update);
        fill(statement, event, further);
        statement.executeUpdate();
        putBounds(event, fid);
        putArea(event, fid);
        return fid;
    }

    /** The row of an event, or -1. */
    long find(String id) throws SQLException {
        PreparedStatement query = statements.get(FIND_FID);
        query.setString(1, id);
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    void delete(String id) throws SQLException {
        long fid = find(id);
        deleteArea(id, fid);
        deleteBy(DELETE, id);
        if (withoutTriggers) {
            SpatialIndex.delete(statements, "event", fid);
        }
    }

    private void deleteArea(String id, long fid) throws SQLException {
        deleteBy(DELETE_AREA, id);
        if (withoutTriggers) {
            SpatialIndex.delete(statements, "event_area", fid);
        }
    }

    private void putBounds(Event event, long fid) throws SQLException {
        LonLat point = event.where().point();
        if (point == null) {
            if (withoutTriggers) {
                SpatialIndex.delete(statements, "event", fid);
            }
            return;
        }
        Envelope bounds = new Envelope(
                GeoJson.round(point.lon()), GeoJson.round(point.lon()),
                GeoJson.round(point.lat()), GeoJson.round(point.lat()));
        points.expandToInclude(bounds);
        if (withoutTriggers) {
            SpatialIndex.put(statements, "event", fid, bounds);
        }
    }

    private void deleteBy(String sql, String id) throws SQLException {
        PreparedStatement delete = statements.get(sql);
        delete.setString(1, id);
        delete.executeUpdate();
    }

    private static Rows fill(PreparedStatement statement, Event event, Further further) throws SQLException {
        Rows row = Rows.into(statement);
        fill(row, event);
        further.in(row);
        return row.text(event.id());
    }

    /** Sets the values of {@link #COLUMNS}. */
    static void fill(Rows row, Event event) throws SQLException {
        LonLat point = event.where().point();
        Event.Actor first = event.who().actor1();
        Event.Actor second = event.who().actor2();
        row.bytes(point == null ? null : GeoPackageGeometry.encode(point))
                .whole(event.version())
                .text(event.what().title())
                .text(event.what().recordType().wire())
                .whole(event.what().tier().number())
                .text(event.what().type().type().label())
                .text(event.what().type().label())
                .date(event.when().day())
                .date(event.when().start())
                .date(event.when().end())
                .text(first == null ? null : first.name())
                .text(second == null ? null : second.name())
                .whole(event.toll().fatalities())
                .text(event.where().text())
                .text(event.where().names().location())
                .text(event.where().names().country())
                .text(event.where().names().admin1())
                .decimal(point == null ? null : GeoJson.round(point.lon()))
                .decimal(point == null ? null : GeoJson.round(point.lat()))
                .whole(event.where().precision().geo())
                .text(event.where().precision().level())
                .whole(event.where().precision().uncertaintyMeters())
                .text(event.account().certainty())
                .text(event.account().verification())
                .text(event.editorial().review().status())
                .text(event.account().publishers());
    }

    private void putArea(Event event, long fid) throws SQLException {
        Geometry footprint = event.where().footprint();
        if (footprint == null || footprint.isEmpty()) {
            return;
        }
        Geometry rounded = GeoPackageGeometry.rounded(footprint);
        PreparedStatement area = statements.get(INSERT_AREA);
        Rows.into(area).bytes(GeoPackageGeometry.encode(rounded)).whole(fid);
        area.executeUpdate();
        areas.expandToInclude(rounded.getEnvelopeInternal());
        if (withoutTriggers) {
            SpatialIndex.put(statements, "event_area", fid, rounded.getEnvelopeInternal());
        }
    }

    /** To be called once, after the last event. */
    void extend() throws SQLException {
        extend("event", points);
        extend("event_area", areas);
    }

    private void extend(String table, Envelope extent) throws SQLException {
        if (extent.isNull()) {
            return;
        }
        PreparedStatement change = statements.get(EXTEND);
        Rows.into(change)
                .decimal(extent.getMinX())
                .decimal(extent.getMinY())
                .decimal(extent.getMaxX())
                .decimal(extent.getMaxY())
                .text(now)
                .text(table);
        change.executeUpdate();
    }
}
