package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Versions chosen by SQL.
 *
 * @param list a query that gives the ids of versions in order and takes the parameters, then limit and offset
 * @param count a query that gives their number and takes the parameters
 */
record Selection(String list, String count, List<Object> parameters) {
    private static final String DOCUMENT = "SELECT document FROM event_version WHERE id = ?";

    Selection {
        parameters = List.copyOf(parameters);
    }

    /** Gives the documents of the slice one by one, in order; none is kept. */
    void forEachDocument(Connection connection, int limit, int offset, Consumer<String> each) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(list);
                PreparedStatement document = connection.prepareStatement(DOCUMENT)) {
            int next = bind(rows);
            rows.setInt(next, limit);
            rows.setInt(next + 1, offset);
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    document.setLong(1, row.getLong(1));
                    try (ResultSet found = document.executeQuery()) {
                        found.next();
                        each.accept(found.getString(1));
                    }
                }
            }
        }
    }

    /** The documents of the slice, in order. */
    List<String> listDocuments(Connection connection, int limit, int offset) throws SQLException {
        List<String> documents = new ArrayList<>();
        forEachDocument(connection, limit, offset, documents::add);
        return documents;
    }

    long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(count)) {
            bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private int bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Object parameter : parameters) {
            statement.setObject(next++, parameter);
        }
        return next;
    }
}
