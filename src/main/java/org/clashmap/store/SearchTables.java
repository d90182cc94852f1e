package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clashmap.event.Event;

/** The words of the current state, in {@code event_text} and its full-text index. Within the caller's transaction. */
final class SearchTables {
    private static final String INSERT =
            "INSERT INTO event_text (fid, title, places, actors, quotes) VALUES (?, ?, ?, ?, ?)";

    private static final String INDEX =
            "INSERT INTO event_search (rowid, title, places, actors, quotes) VALUES (?, ?, ?, ?, ?)";

    /** The index keeps no text of its own and must be told what it held. */
    private static final String REMOVE = "INSERT INTO event_search (event_search, rowid, title, places, actors, quotes)"
            + " SELECT 'delete', fid, title, places, actors, quotes FROM event_text WHERE fid = ?";

    private static final String DELETE = "DELETE FROM event_text WHERE fid = ?";

    /** A word in the title is worth more than one in a quotation. */
    private static final String SEARCH =
            "SELECT e.event_id FROM event_search JOIN event e ON e.fid = event_search.rowid WHERE event_search MATCH ?"
                    + " ORDER BY bm25(event_search, 4.0, 3.0, 2.0, 1.0), e.event_id LIMIT ?";

    private SearchTables() {}

    /** Adds the words of an event. */
    static void insert(Statements statements, long fid, Event event) throws SQLException {
        SearchText text = SearchText.of(event);
        for (String sql : List.of(INSERT, INDEX)) {
            PreparedStatement insert = statements.get(sql);
            Rows.into(insert)
                    .whole(fid)
                    .text(text.title())
                    .text(text.places())
                    .text(text.actors())
                    .text(text.quotes());
            insert.executeUpdate();
        }
    }

    /** Takes the words of an event away. */
    static void delete(Statements statements, long fid) throws SQLException {
        for (String sql : List.of(REMOVE, DELETE)) {
            PreparedStatement statement = statements.get(sql);
            statement.setLong(1, fid);
            statement.executeUpdate();
        }
    }

    static List<String> search(Connection connection, String words, int limit) throws SQLException {
        List<String> asked = SearchText.words(words);
        if (asked.isEmpty()) {
            return List.of();
        }
        // Folded words are letters and digits only, so the quotation marks are safe.
        String question = asked.stream().map(word -> "\"" + word + "\"*").collect(Collectors.joining(" AND "));
        try (PreparedStatement query = connection.prepareStatement(SEARCH)) {
            Rows.into(query).text(question).whole(limit);
            List<String> ids = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return List.copyOf(ids);
        }
    }
}
