package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;

/** Reads the rows of one event: its versions and its current state. Within the caller's transaction. */
final class EventTables {
    private EventTables() {}

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

    /** Counts one change, for {@code dataVersion}. */
    static void countChange(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE meta SET value = value + 1 WHERE name = 'data_version'");
        }
    }
}
