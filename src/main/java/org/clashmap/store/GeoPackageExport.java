package org.clashmap.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventStoreException;

/**
 * A GeoPackage of events for other programs: the layers {@code event} and {@code event_area} as the store has them, with
 * each event's whole document, and a table {@code about} that says whose data they are. It holds no older versions and no
 * reports. Used by one thread; the file is complete when it is closed.
 */
public final class GeoPackageExport implements AutoCloseable {
    private final Connection connection;
    private final Statements statements;
    private final EventLayer layer;

    /**
     * Makes the file, which must not be there.
     *
     * @param about what must be said about the events, by name
     * @param now time of the layers' last change
     */
    public GeoPackageExport(Path file, Map<String, String> about, Instant now) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            SpatialFunctions.register(connection);
            try (Statement statement = connection.createStatement()) {
                // The file is thrown away when anything goes wrong, so nothing need be safe against that.
                statement.execute("PRAGMA journal_mode = OFF");
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("BEGIN");
            }
            GeoPackageSchema.createForExport(connection, now);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO about (name, value) VALUES (?, ?)")) {
                for (Map.Entry<String, String> entry : about.entrySet()) {
                    insert.setString(1, entry.getKey());
                    insert.setString(2, entry.getValue());
                    insert.executeUpdate();
                }
            }
            statements = new Statements(connection);
            layer = new EventLayer(statements, now, false, "document");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public void add(Event event) {
        try {
            layer.insert(event, row -> row.text(EventJson.toJson(event)));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            layer.extend();
            statements.close();
            try (Statement statement = connection.createStatement()) {
                statement.execute("COMMIT");
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static EventStoreException failure(SQLException e) {
        return new EventStoreException("the GeoPackage cannot be written: " + e.getMessage(), e);
    }
}
