package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of one event: its versions, its current state, its area. Within the caller's transaction. */
final class EventTables {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String INSERT_EVENT = """
            INSERT INTO event (geom, version, title, record_type, map_tier, event_type, sub_event_type, event_date,
              date_start, date_end, actor1, actor2, fatalities, place_text, location, country, admin1, longitude,
              latitude, geo_precision, geo_level, uncertainty_m, certainty, verification_level, review_status, source,
              document, event_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE_EVENT = """
            UPDATE event SET geom = ?, version = ?, title = ?, record_type = ?, map_tier = ?, event_type = ?,
              sub_event_type = ?, event_date = ?, date_start = ?, date_end = ?, actor1 = ?, actor2 = ?, fatalities = ?,
              place_text = ?, location = ?, country = ?, admin1 = ?, longitude = ?, latitude = ?, geo_precision = ?,
              geo_level = ?, uncertainty_m = ?, certainty = ?, verification_level = ?, review_status = ?, source = ?,
              document = ?
            WHERE event_id = ?""";

    private EventTables() {}

    /** The stored version of an event; empty when there is no such event. */
    static OptionalInt findVersion(Connection connection, String id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT max(version) FROM event_version WHERE event_id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                int version = row.getInt(1);
                return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
            }
        }
    }

    static Optional<Event> findCurrent(Connection connection, String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT document FROM event_version WHERE event_id = ? ORDER BY version DESC LIMIT 1")) {
            query.setString(1, id);
            return events(query).stream().findFirst();
        }
    }

    static List<Event> listVersions(Connection connection, String id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT document FROM event_version WHERE event_id = ? ORDER BY version")) {
            query.setString(1, id);
            return events(query);
        }
    }

    /** The events of the current state in these rows, in this order. */
    static List<Event> listRows(Connection connection, List<Long> rows) throws SQLException {
        List<Event> events = new ArrayList<>(rows.size());
        try (PreparedStatement query = connection.prepareStatement("SELECT document FROM event WHERE fid = ?")) {
            for (long row : rows) {
                query.setLong(1, row);
                events.addAll(events(query));
            }
        }
        return List.copyOf(events);
    }

    /** The events in the rows of a query whose first column is the document. */
    private static List<Event> events(PreparedStatement query) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                events.add(EventJson.parse(rows.getString(1)));
            }
        }
        return List.copyOf(events);
    }

    /** Adds a version and brings the current state in step with it. */
    static void put(Connection connection, Event event, String now) throws SQLException {
        String document = EventJson.toJson(event);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO event_version (event_id, version, stored_at, document) VALUES (?, ?, ?, ?)")) {
            new Rows(insert).text(event.id()).whole(event.version()).text(now).text(document);
            insert.executeUpdate();
        }
        deleteArea(connection, event.id());
        if (event.isWithdrawn()) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event WHERE event_id = ?")) {
                delete.setString(1, event.id());
                delete.executeUpdate();
            }
            return;
        }
        if (!write(connection, UPDATE_EVENT, event, document)) {
            write(connection, INSERT_EVENT, event, document);
        }
        putArea(connection, event);
        extend(connection, event, now);
    }

    private static boolean write(Connection connection, String sql, Event event, String document) throws SQLException {
        // The columns say what the document says, in its words, so they are read from it.
        JsonNode properties = MAPPER.readTree(document).get("properties");
        LonLat point = event.where().point();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Rows row = new Rows(statement)
                    .bytes(point == null ? null : GeoPackageGeometry.encode(point))
                    .whole(event.version());
            for (String name : List.of("title", "record_type")) {
                row.text(properties.get(name).asString());
            }
            row.whole(event.what().tier().number())
                    .text(event.what().type().type().label())
                    .text(event.what().type().label())
                    .date(event.when().day())
                    .date(event.when().start())
                    .date(event.when().end())
                    .text(properties.get("actor1").asString(null))
                    .text(properties.get("actor2").asString(null))
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
                    .text(properties.get("source").asString(null))
                    .text(document)
                    .text(event.id());
            return statement.executeUpdate() == 1;
        }
    }

    private static void deleteArea(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event_area WHERE event_id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    private static void putArea(Connection connection, Event event) throws SQLException {
        Geometry footprint = event.where().footprint();
        if (footprint == null || footprint.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO event_area (fid, event_id, geom, title, map_tier, event_type, event_date, geo_level,
                  uncertainty_m, has_point)
                SELECT fid, event_id, ?, title, map_tier, event_type, event_date, geo_level, uncertainty_m,
                  geom IS NOT NULL FROM event WHERE event_id = ?""")) {
            new Rows(insert).bytes(GeoPackageGeometry.encode(footprint)).text(event.id());
            insert.executeUpdate();
        }
    }

    /** Keeps the extents that a GIS zooms to; they grow and never shrink. */
    private static void extend(Connection connection, Event event, String now) throws SQLException {
        LonLat point = event.where().point();
        Geometry footprint = event.where().footprint();
        if (point != null) {
            extend(connection, "event", new Envelope(point.lon(), point.lon(), point.lat(), point.lat()), now);
        }
        if (footprint != null && !footprint.isEmpty()) {
            extend(connection, "event_area", footprint.getEnvelopeInternal(), now);
        }
    }

    private static void extend(Connection connection, String table, Envelope extent, String now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2),
                  max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4), last_change = ?5
                WHERE table_name = ?6""")) {
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

    /** Counts one change, for {@code dataVersion}. */
    static void countChange(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE meta SET value = value + 1 WHERE name = 'data_version'");
        }
    }
}
