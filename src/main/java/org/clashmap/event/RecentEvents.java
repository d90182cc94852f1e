package org.clashmap.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of the weeks before a report, as evidence for its places: of two villages of one name the one where
 * there has been fighting is likelier. Only events whose place was sure count, so that a wrong guess does not feed the next
 * one, and each neighbourhood once, however much happened there. The same store and day give the same answer.
 */
public final class RecentEvents {
    private static final int DAYS = 90;
    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_PLACES = 200;
    /** Events this close to each other say the same, in parts of a degree. */
    private static final double CELLS_PER_DEGREE = 5;

    private static final Set<String> SURE = Set.of("stated", "imported");

    private RecentEvents() {}

    /** @param published the day of the report; without one nothing is recent */
    public static Setting before(EventStore store, @Nullable LocalDate published) {
        if (published == null) {
            return Setting.UNKNOWN;
        }
        EventQuery all = EventQuery.defaultMap().during(Optional.of(published.minusDays(DAYS)), Optional.of(published));
        EventQuery query = new EventQuery(all.box(), all.from(), all.to(), all.tiers(), MOST_EVENTS, 0);
        Set<Long> cells = new HashSet<>();
        List<LonLat> points = new ArrayList<>();
        for (Event event : store.list(query)) {
            LonLat point = event.where().point();
            if (point != null && isSure(event.where()) && points.size() < MOST_PLACES && cells.add(cell(point))) {
                points.add(point);
            }
        }
        return points.isEmpty() ? Setting.UNKNOWN : new Setting(Optional.empty(), points);
    }

    private static boolean isSure(Where where) {
        Where.Verdict verdict = where.geocode().verdict();
        return !verdict.ambiguous() && !verdict.adminConflict() && SURE.contains(where.basis());
    }

    private static long cell(LonLat point) {
        long row = Math.round(point.lat() * CELLS_PER_DEGREE);
        long column = Math.round(point.lon() * CELLS_PER_DEGREE);
        return row * 100_000 + column;
    }
}
