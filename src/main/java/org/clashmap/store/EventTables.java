package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventJson;
import org.clashmap.event.Revision;

/** Reads the versions of events. Within the caller's transaction. */
final class EventTables {
    private EventTables() {}

    static Optional<Event> findCurrent(Connection connection, String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT document FROM event_version WHERE event_id = ? ORDER BY version DESC LIMIT 1")) {
            query.setString(1, id);
            return events(query).stream().findFirst();
        }
    }

    static Optional<Event> findVersion(Connection connection, String id, int version) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT document FROM event_version WHERE event_id = ? AND version = ?")) {
            Rows.into(query).text(id).whole(version);
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

    static List<Revision> listRevisions(Connection connection, String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT version, data_version, stored_at, stored_by, action, reason, patch FROM event_version"
                        + " WHERE event_id = ? ORDER BY version")) {
            query.setString(1, id);
            List<Revision> revisions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    revisions.add(new Revision(
                            row.getInt(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7)));
                }
            }
            return List.copyOf(revisions);
        }
    }

    static List<EventChange> listChanges(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id, event_id, version, kind, stored_at, data_version FROM event_version WHERE id > ?"
                        + " ORDER BY id LIMIT ?")) {
            Rows.into(query).whole(after).whole(limit);
            List<EventChange> changes = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    changes.add(new EventChange(
                            row.getLong(1),
                            row.getString(2),
                            row.getInt(3),
                            EventChange.Kind.parse(row.getString(4)),
                            row.getString(5),
                            row.getLong(6)));
                }
            }
            return List.copyOf(changes);
        }
    }

    static long lastChange(Connection connection) throws SQLException {
        try (Statements statements = new Statements(connection)) {
            return statements.number("SELECT coalesce(max(id), 0) FROM event_version");
        }
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
}
