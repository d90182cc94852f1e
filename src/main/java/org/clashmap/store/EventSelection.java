package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clashmap.event.EventQuery;
import org.clashmap.geo.BoundingBox;
import org.locationtech.jts.geom.Envelope;

/**
 * A query as SQL over the table {@code event}; the database cuts the slice.
 *
 * <p>A narrow box is first asked of the R-trees, whose bounds are 32-bit numbers rounded outwards, and then tested exactly.
 * A wide one would bring most rows out of the R-tree only to sort them again, so it is tested on the way through the index
 * {@code event_in_order}, which holds every column that a query looks at.
 */
final class EventSelection {
    /** From this share of the globe's square on a box is wide. */
    private static final double WIDE_SQUARE_DEGREES = 360.0 * 180 / 16;

    private static final String POINT_IN_TREE = """
            fid IN (SELECT e.fid FROM rtree_event_geom r JOIN event e ON e.fid = r.id
              WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?
                AND e.longitude >= ? AND e.longitude <= ? AND e.latitude >= ? AND e.latitude <= ?)""";

    private static final String POINT_IN_BOX =
            "(longitude >= ? AND longitude <= ? AND latitude >= ? AND latitude <= ?)";

    /** An area whose bounds lie in the box needs no exact test. */
    private static final String AREA_IN_TREE = """
            fid IN (SELECT a.fid FROM rtree_event_area_geom r JOIN event_area a ON a.fid = r.id
              WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ? AND NOT a.has_point
                AND ((r.minx >= ? AND r.maxx <= ? AND r.miny >= ? AND r.maxy <= ?) OR box_meets(a.geom, ?, ?, ?, ?)))""";

    private final List<Object> parameters = new ArrayList<>();
    private final String where;
    private final String order;

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
        BoundingBox box = query.box();
        boolean narrow = box != null && squareDegrees(box) < WIDE_SQUARE_DEGREES;
        if (box != null) {
            conditions.add(inBox(box, narrow));
        }
        where = " FROM event WHERE " + String.join(" AND ", conditions);
        // SQLite sorts null below every value, so "descending" puts the undated last. The plus keeps the planner from
        // walking the order's index when the R-tree has already found the few rows.
        order = " ORDER BY " + (narrow ? "+" : "") + "event_date DESC, event_id LIMIT ? OFFSET ?";
    }

    private static double squareDegrees(BoundingBox box) {
        return box.envelopes().stream().mapToDouble(Envelope::getArea).sum();
    }

    private String inBox(BoundingBox box, boolean narrow) {
        List<String> parts = new ArrayList<>();
        for (Envelope part : box.envelopes()) {
            List<Double> sides = List.of(part.getMinX(), part.getMaxX(), part.getMinY(), part.getMaxY());
            if (narrow) {
                parts.add(POINT_IN_TREE);
                parameters.addAll(sides);
            } else {
                parts.add(POINT_IN_BOX);
            }
            parameters.addAll(sides);
            parts.add(AREA_IN_TREE);
            parameters.addAll(sides);
            parameters.addAll(sides);
            parameters.addAll(List.of(part.getMinX(), part.getMinY(), part.getMaxX(), part.getMaxY()));
        }
        return "(" + String.join(" OR ", parts) + ")";
    }

    /** The row ids of the slice, in order. */
    List<Long> listRows(Connection connection, int limit, int offset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT fid" + where + order)) {
            int next = bind(statement);
            statement.setInt(next, limit);
            statement.setInt(next + 1, offset);
            List<Long> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getLong(1));
                }
            }
            return rows;
        }
    }

    /** Gives the documents of the slice one by one, in order; none is kept. */
    void forEachDocument(Connection connection, int limit, int offset, Consumer<String> each) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement("SELECT fid" + where + order);
                PreparedStatement document = connection.prepareStatement("SELECT document FROM event WHERE fid = ?")) {
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

    long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*)" + where)) {
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
