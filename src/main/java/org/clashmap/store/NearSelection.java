package org.clashmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.EventStore;
import org.clashmap.geo.BoundingBox;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The rows of a few days within a box, by way of the index {@code event_in_order}: it holds day and coordinates, so only
 * rows that match are looked up in the table. Events without a point are few, and each asks the R-tree for its own area.
 */
final class NearSelection {
    private static final String IN_DAYS =
            "SELECT version_id FROM event INDEXED BY event_in_order WHERE event_date >= ? AND event_date <= ?"
                    + " AND (date_end IS NULL OR date_end >= ?) AND (date_start IS NULL OR date_start <= ?) AND (";
    private static final String IN_BOX = """
            (longitude >= ? AND longitude <= ? AND latitude >= ? AND latitude <= ?)
              OR (longitude IS NULL AND EXISTS (SELECT 1 FROM rtree_event_area_geom r WHERE r.id = event.fid
                AND r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?))""";

    private NearSelection() {}

    static List<String> listDocuments(
            Connection connection, @Nullable BoundingBox box, LocalDate from, LocalDate to, int limit)
            throws SQLException {
        List<Envelope> parts = box == null ? List.of() : box.envelopes();
        String where = parts.isEmpty()
                ? "TRUE"
                : String.join(" OR ", parts.stream().map(part -> IN_BOX).toList());
        List<Object> parameters = new ArrayList<>(List.of(
                from.minusDays(EventStore.NEAR_DAYS).toString(),
                to.plusDays(EventStore.NEAR_DAYS).toString(),
                from.toString(),
                to.toString()));
        for (Envelope part : parts) {
            List<Double> sides = List.of(part.getMinX(), part.getMaxX(), part.getMinY(), part.getMaxY());
            parameters.addAll(sides);
            parameters.addAll(sides);
        }
        String list = IN_DAYS + where + ") ORDER BY event_date DESC, event_id LIMIT ? OFFSET ?";
        return new Selection(list, "", parameters).listDocuments(connection, limit, 0);
    }
}
