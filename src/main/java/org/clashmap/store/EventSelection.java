package org.clashmap.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clashmap.event.EventQuery;
import org.clashmap.geo.BoundingBox;
import org.locationtech.jts.geom.Envelope;

/**
 * A query as SQL over the table {@code event}, and for a past state over {@code event_past} as well; the database cuts the
 * slice.
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

    private static final String AREA_IN_BOX =
            "(longitude IS NULL AND area IS NOT NULL AND box_meets(area, ?, ?, ?, ?))";

    private EventSelection() {}

    /** Of the current state. */
    static Selection of(EventQuery query) {
        Conditions now = Conditions.onCurrent(query);
        // SQLite sorts null below every value, so "descending" puts the undated last. The plus keeps the planner from
        // walking the order's index when the R-tree has already found the few rows.
        String plus = now.narrow ? "+" : "";
        return new Selection(
                "SELECT version_id FROM event" + now.where() + " ORDER BY " + plus
                        + "event_date DESC, event_id LIMIT ? OFFSET ?",
                "SELECT count(*) FROM event" + now.where(),
                now.parameters);
    }

    /**
     * Of the state at a data version: what is current since then or before, and what was current then and is not any more.
     */
    static Selection asOf(long dataVersion, EventQuery query) {
        Conditions now = Conditions.onCurrent(query);
        now.add("data_version <= ?", dataVersion);
        Conditions then = Conditions.onPast(query);
        then.add("data_version <= ?", dataVersion);
        then.add("until_version > ?", dataVersion);
        List<Object> parameters = new ArrayList<>(now.parameters);
        parameters.addAll(then.parameters);
        return new Selection(
                "SELECT version_id FROM (SELECT version_id, event_date, event_id FROM event" + now.where()
                        + " UNION ALL SELECT id, event_date, event_id FROM event_past" + then.where()
                        + ") ORDER BY event_date DESC, event_id LIMIT ? OFFSET ?",
                "SELECT (SELECT count(*) FROM event" + now.where() + ") + (SELECT count(*) FROM event_past"
                        + then.where() + ")",
                parameters);
    }

    /** What rows must meet, with the parameters in their order. */
    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();
        private final boolean narrow;

        private Conditions(EventQuery query) {
            conditions.add(query.tiers().stream()
                    .map(tier -> String.valueOf(tier.number()))
                    .sorted()
                    .collect(Collectors.joining(", ", "map_tier IN (", ")")));
            if (query.from() != null) {
                add("(date_end IS NULL OR date_end >= ?)", query.from().toString());
            }
            if (query.to() != null) {
                add("(date_start IS NULL OR date_start <= ?)", query.to().toString());
            }
            BoundingBox box = query.box();
            narrow = box != null
                    && box.envelopes().stream().mapToDouble(Envelope::getArea).sum() < WIDE_SQUARE_DEGREES;
        }

        static Conditions onCurrent(EventQuery query) {
            Conditions conditions = new Conditions(query);
            if (query.box() != null) {
                conditions.conditions.add(conditions.inTrees(query.box()));
            }
            return conditions;
        }

        static Conditions onPast(EventQuery query) {
            Conditions conditions = new Conditions(query);
            if (query.box() != null) {
                conditions.conditions.add(conditions.inBox(query.box()));
            }
            return conditions;
        }

        void add(String condition, Object parameter) {
            conditions.add(condition);
            parameters.add(parameter);
        }

        String where() {
            return " WHERE " + String.join(" AND ", conditions);
        }

        private String inTrees(BoundingBox box) {
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
                parameters.addAll(corners(part));
            }
            return "(" + String.join(" OR ", parts) + ")";
        }

        private String inBox(BoundingBox box) {
            List<String> parts = new ArrayList<>();
            for (Envelope part : box.envelopes()) {
                parts.add(POINT_IN_BOX);
                parameters.addAll(List.of(part.getMinX(), part.getMaxX(), part.getMinY(), part.getMaxY()));
                parts.add(AREA_IN_BOX);
                parameters.addAll(corners(part));
            }
            return "(" + String.join(" OR ", parts) + ")";
        }

        private static List<Double> corners(Envelope box) {
            return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }
    }
}
