package org.clashmap.event.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The stored events that a new one may be one with: in a box around it and a few days around its window. Never a scan: the
 * box and the days are the store's work, and at most {@value #MOST} come back, the newest first.
 */
final class Neighbours {
    static final int MOST = 400;

    private static final double REACH_METERS = 30_000;
    private static final double METERS_PER_DEGREE = 110_574;
    private static final int WIDEST_SLACK_DAYS = 2;

    private Neighbours() {}

    static List<Event> list(EventStore store, Event event) {
        BoundingBox box = around(event);
        LocalDate start = event.when().start();
        LocalDate end = event.when().end();
        if (box == null || start == null || end == null) {
            return List.of();
        }
        return store.listNear(box, start.minusDays(WIDEST_SLACK_DAYS), end.plusDays(WIDEST_SLACK_DAYS), MOST);
    }

    /** Events of about the day of a report that names no place. */
    static List<Event> listAround(EventStore store, LocalDate published) {
        return store.listNear(
                null, published.minusDays(WIDEST_SLACK_DAYS), published.plusDays(WIDEST_SLACK_DAYS), MOST);
    }

    static boolean hasPlace(Event event) {
        return event.where().point() != null || event.where().footprint() != null;
    }

    private static @Nullable BoundingBox around(Event event) {
        LonLat point = event.where().point();
        if (point != null) {
            double lat = REACH_METERS / METERS_PER_DEGREE;
            double cosine = Math.cos(Math.toRadians(Math.min(89, Math.abs(point.lat()) + lat)));
            double lon = Math.min(179, lat / cosine);
            return box(point.lon() - lon, point.lat() - lat, point.lon() + lon, point.lat() + lat);
        }
        return Optional.ofNullable(event.where().footprint())
                .filter(area -> !area.isEmpty())
                .map(area -> {
                    Envelope bounds = area.getEnvelopeInternal();
                    return box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
                })
                .orElse(null);
    }

    /** A box that leaves [-180, 180] goes over the date line. */
    private static BoundingBox box(double west, double south, double east, double north) {
        return new BoundingBox(
                west < -180 ? west + 360 : west,
                Math.max(-90, south),
                east > 180 ? east - 360 : east,
                Math.min(90, north));
    }
}
