package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes events within one transaction: their versions, their current state, their areas. The statements are prepared once
 * for all events, and the extents that a GIS zooms to are brought up once, on closing. Used by one thread.
 */
final class EventRows implements AutoCloseable {
    private static final String FIND_VERSION = "SELECT max(version) FROM event_version WHERE event_id = ?";

    private static final String INSERT_VERSION =
            "INSERT INTO event_version (event_id, version, stored_at, document) VALUES (?, ?, ?, ?)";

    private static final List<String> COLUMNS = List.of(
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
            "source",
            "document");

    private static final String INSERT_EVENT = "INSERT INTO event (" + String.join(", ", COLUMNS)
            + ", event_id) VALUES (" + String.join(", ", Collections.nCopies(COLUMNS.size() + 1, "?")) + ")";

    private static final String UPDATE_EVENT =
            "UPDATE event SET " + String.join(" = ?, ", COLUMNS) + " = ? WHERE event_id = ?";

    private static final String DELETE_EVENT = "DELETE FROM event WHERE event_id = ?";

    private static final String DELETE_AREA = "DELETE FROM event_area WHERE event_id = ?";

    private static final String INSERT_AREA = """
            INSERT INTO event_area (fid, event_id, geom, title, map_tier, event_type, event_date, geo_level,
              uncertainty_m, has_point)
            SELECT fid, event_id, ?, title, map_tier, event_type, event_date, geo_level, uncertainty_m,
              geom IS NOT NULL FROM event WHERE event_id = ?""";

    /** The extents grow and never shrink. */
    private static final String EXTEND = """
            UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2),
              max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4), last_change = ?5
            WHERE table_name = ?6""";

    private final Connection connection;
    private final String now;
    private final Map<String, PreparedStatement> statements = new TreeMap<>();
    private final Envelope points = new Envelope();
    private final Envelope areas = new Envelope();

    EventRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now.toString();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    /** The stored version of an event; empty when there is no such event. */
    OptionalInt findVersion(String id) throws SQLException {
        PreparedStatement query = prepared(FIND_VERSION);
        query.setString(1, id);
        try (ResultSet row = query.executeQuery()) {
            row.next();
            int version = row.getInt(1);
            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
        }
    }

    /** Adds an event whose id is new. */
    void insert(Event event) throws SQLException {
        String document = addVersion(event);
        if (!event.isWithdrawn()) {
            write(prepared(INSERT_EVENT), event, document);
            putArea(event);
        }
    }

    /** Adds an event to the current state alone, for files that keep no versions. */
    void insertCurrent(Event event) throws SQLException {
        write(prepared(INSERT_EVENT), event, EventJson.toJson(event));
        putArea(event);
    }

    /** Adds a version of a known event and brings the current state in step with it. */
    void update(Event event) throws SQLException {
        String document = addVersion(event);
        delete(DELETE_AREA, event);
        if (event.isWithdrawn()) {
            delete(DELETE_EVENT, event);
            return;
        }
        // An event that was withdrawn and comes back has no row to be updated.
        if (write(prepared(UPDATE_EVENT), event, document) == 0) {
            write(prepared(INSERT_EVENT), event, document);
        }
        putArea(event);
    }

    private void delete(String sql, Event event) throws SQLException {
        PreparedStatement delete = prepared(sql);
        delete.setString(1, event.id());
        delete.executeUpdate();
    }

    private String addVersion(Event event) throws SQLException {
        String document = EventJson.toJson(event);
        PreparedStatement insert = prepared(INSERT_VERSION);
        new Rows(insert).text(event.id()).whole(event.version()).text(now).text(document);
        insert.executeUpdate();
        return document;
    }

    private int write(PreparedStatement statement, Event event, String document) throws SQLException {
        LonLat point = event.where().point();
        Event.Actor first = event.who().actor1();
        Event.Actor second = event.who().actor2();
        new Rows(statement)
                .bytes(point == null ? null : GeoPackageGeometry.encode(point))
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
                .text(event.account().publishers())
                .text(document)
                .text(event.id());
        if (point != null) {
            points.expandToInclude(point.lon(), point.lat());
        }
        return statement.executeUpdate();
    }

    private void putArea(Event event) throws SQLException {
        Geometry footprint = event.where().footprint();
        if (footprint == null || footprint.isEmpty()) {
            return;
        }
        PreparedStatement insert = prepared(INSERT_AREA);
        new Rows(insert).bytes(GeoPackageGeometry.encode(footprint)).text(event.id());
        insert.executeUpdate();
        areas.expandToInclude(footprint.getEnvelopeInternal());
    }

    private void extend(String table, Envelope extent) throws SQLException {
        if (extent.isNull()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(EXTEND)) {
            new Rows(update)
                    .decimal(extent.getMinX())
                    .decimal(extent.getMinY())
                    .decimal(extent.getMaxX())
                    .decimal(extent.getMaxY())
                    .text(now)
                    .text(table);
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            extend("event", points);
            extend("event_area", areas);
        } finally {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
        }
    }
}
