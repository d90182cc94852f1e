package org.clashmap.exchange.outgoing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * What may be published of an event (codebook, section 7): only what people published, not what is restricted, withheld,
 * under embargo or under a licence that forbids passing it on; without the row as it came, without speakers and their
 * claims, which name persons, and never without a radius. Places that are to be blurred are snapped to a grid, the same
 * event always to the same point.
 */
final class PublicView {
    private static final String NOT_TO_BE_PASSED_ON = "licence_forbids_passing_on";

    /** Troop positions are held back for 72 hours. */
    private static final int EMBARGO_DAYS = 3;

    private static final double GRID_DEGREES = 0.05;
    private static final int GRID_METERS = 5000;
    private static final String NOTICE = "The place is shown to about 5 km.";

    private final LocalDate today;

    PublicView(LocalDate today) {
        this.today = today;
    }

    /** Empty when it may not be published. */
    Optional<Event> of(Event event) {
        if (!event.editorial().review().status().equals("published") || !isOpen(event)) {
            return Optional.empty();
        }
        boolean blurred = event.editorial().sensitivity().level().equals("blurred");
        Where where = where(event.where(), blurred);
        List<SourceRef> sources = event.account().sources().stream()
                .map(source -> new SourceRef(
                        source.reportId(),
                        source.publisher(),
                        source.title(),
                        source.url(),
                        source.published(),
                        source.language(),
                        source.sha256(),
                        source.collectedAt(),
                        List.of(),
                        source.licence()))
                .toList();
        Event.Account account = new Event.Account(
                event.account().certainty(),
                event.account().verification(),
                event.account().confidence(),
                List.of(),
                sources);
        List<Event.Actor> actors = event.who().actors().stream()
                .filter(actor -> !actor.role().equals("speaker"))
                .map(actor -> new Event.Actor(
                        actor.name(),
                        actor.role(),
                        actor.inter(),
                        actor.side(),
                        actor.associate(),
                        actor.country(),
                        null))
                .toList();
        Event.Sensitivity before = event.editorial().sensitivity();
        String notice = blurred && before.notice() == null ? NOTICE : before.notice();
        return Optional.of(new Event(
                event.identity(),
                event.what(),
                event.when(),
                where,
                new Event.Who(
                        actors,
                        event.who().sideA(),
                        event.who().sideB(),
                        event.who().typeOfViolence()),
                event.toll(),
                account,
                new Event.Editorial(
                        new Event.Review("published", null, null, null),
                        new Event.Sensitivity(before.level(), before.reasons(), notice),
                        List.of()),
                event.supplement().with(hidden())));
    }

    private boolean isOpen(Event event) {
        Event.Sensitivity sensitivity = event.editorial().sensitivity();
        if (sensitivity.reasons().contains(NOT_TO_BE_PASSED_ON)) {
            return false;
        }
        return switch (sensitivity.level()) {
            case "public", "blurred" -> true;
            case "delayed" -> {
                LocalDate end = event.when().end() == null
                        ? event.when().day()
                        : event.when().end();
                yield end != null && end.plusDays(EMBARGO_DAYS).isBefore(today);
            }
            default -> false;
        };
    }

    private static Map<String, @Nullable String> hidden() {
        Map<String, @Nullable String> hidden = new LinkedHashMap<>();
        for (String name : List.of("imported_raw", "notes", "gold", "dedup", "extraction")) {
            hidden.put(name, null);
        }
        return hidden;
    }

    private static Where where(Where where, boolean blurred) {
        LonLat point = where.point();
        Integer known = where.precision().uncertaintyMeters();
        int radius = known == null ? usual(where.precision().level()) : known;
        if (!blurred || point == null) {
            return new Where(
                    where.text(),
                    point,
                    where.footprint(),
                    where.names(),
                    precision(where.precision(), point == null && known == null ? null : Integer.valueOf(radius)),
                    where.geocode(),
                    where.basis());
        }
        LonLat snapped = new LonLat(snap(point.lon()), snap(point.lat()));
        Where.Geocode geocode = new Where.Geocode(
                where.geocode().status(),
                null,
                List.of(),
                null,
                new Where.Verdict(null, null, false, false),
                where.geocode().gazetteerVersion(),
                NOTICE);
        return new Where(
                null,
                snapped,
                null,
                new Where.Names(
                        null,
                        where.names().country(),
                        where.names().iso3(),
                        where.names().admin1(),
                        where.names().admin2()),
                precision(where.precision(), Math.max(radius, GRID_METERS)),
                geocode,
                where.basis());
    }

    private static Where.Precision precision(Where.Precision precision, @Nullable Integer radius) {
        return new Where.Precision(precision.geo(), precision.where(), precision.level(), radius);
    }

    private static double snap(double degrees) {
        return Math.round(degrees / GRID_DEGREES) * GRID_DEGREES;
    }

    /** The upper end of the codebook's figures for a level, where a record gives none. */
    private static int usual(String level) {
        return switch (level) {
            case "exact", "street" -> 1000;
            case "neighbourhood" -> 3000;
            case "settlement" -> 6000;
            case "settlement_vicinity" -> 10_000;
            case "front_sector", "route" -> 30_000;
            case "admin3" -> 20_000;
            case "admin2" -> 40_000;
            case "admin1" -> 120_000;
            default -> 500_000;
        };
    }
}
