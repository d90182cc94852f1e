package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clashmap.event.EventQuery;
import org.clashmap.geo.BoundingBox;
import org.locationtech.jts.geom.Envelope;

/**
 * A query as SQL over the table {@code event}. A box is first asked of the R-trees, whose bounds are 32-bit numbers
 * rounded outwards, and then tested exactly; the slice is cut by the database.
 */
final class EventSelection {
    private static final String IN_BOX = """
            fid IN (
              SELECT e.fid FROM rtree_event_geom r JOIN event e ON e.fid = r.id
              WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?
                AND e.longitude >= ? AND e.longitude <= ? AND e.latitude >= ? AND e.latitude <= ?
              UNION ALL
              SELECT a.fid FROM rtree_event_area_geom r JOIN event_area a ON a.fid = r.id
              WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?
                AND NOT a.has_point AND box_meets(a.geom, ?, ?, ?, ?))""";

    private final List<Object> parameters = new ArrayList<>();
    private final String where;

    EventSelection(EventQuery query) {
        List<String> conditions = new ArrayList<>();
        conditions.add(query.tiers().stream()
                .map(tier -> String.valueOf(tier.number()))
                .sorted()
                .collect(Collectors.joining(", ", "map_tier IN (", ")")));
        if (query.from() != null) {
            conditions.add("(date_end IS NULL OR date_end >= ?)");
            parameters.add(query.from().toString());
        }
        if (query.to() != null) {
            conditions.add("(date_start IS NULL OR date_start <= ?)");
            parameters.add(query.to().toString());
        }
        if (query.box() != null) {
            conditions.add(inBox(query.box()));
        }
        where = " FROM event WHERE " + String.join(" AND ", conditions);
    }

    private String inBox(BoundingBox box) {
        List<String> parts = new ArrayList<>();
        for (Envelope part : box.envelopes()) {
            parts.add(IN_BOX);
            double west = part.getMinX();
            double east = part.getMaxX();
            double south = part.getMinY();
            double north = part.getMaxY();
            parameters.addAll(List.of(west, east, south, north));
            parameters.addAll(List.of(west, east, south, north));
            parameters.addAll(List.of(west, east, south, north));
            parameters.addAll(List.of(west, south, east, north));
        }
        return "(" + String.join(" OR ", parts) + ")";
    }

    PreparedStatement list(Connection connection, int limit, int offset) throws SQLException {
        // SQLite sorts null below every value, so "descending" puts the undated last.
        PreparedStatement statement = connection.prepareStatement(
                "SELECT document" + where + " ORDER BY event_date DESC, event_id LIMIT ? OFFSET ?");
        int next = bind(statement);
        statement.setInt(next, limit);
        statement.setInt(next + 1, offset);
        return statement;
    }

    PreparedStatement count(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT count(*)" + where);
        bind(statement);
        return statement;
    }

    private int bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Object parameter : parameters) {
            statement.setObject(next++, parameter);
        }
        return next;
    }
}
