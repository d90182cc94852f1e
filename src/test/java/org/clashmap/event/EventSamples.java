package org.clashmap.event;

import java.time.LocalDate;
import java.util.List;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Events for tests: one with everything in it, and small ones that differ in what a test is about. */
public final class EventSamples {
    private EventSamples() {}

    /** Every part of the record is filled in, with letters of three alphabets. */
    public static Event full() {
        Event.Quote quote = new Event.Quote(
                "Fighting went on near “Верхня” \uD83D\uDCA5 <b>all</b> day.",
                120,
                165,
                List.of("event_type", "location"));
        LonLat point = new LonLat(37.5527123456, 48.35);
        return new Event(
                new Event.Identity("ev-full", 1, "grp-1", "ev-parent", List.of(new Event.Link("part_of", "ev-parent"))),
                new Event.What(
                        "Clash near Верхня",
                        RecordType.EVENT,
                        MapTier.DEFAULT_MAP,
                        SubEventType.ARMED_CLASH,
                        new Event.Plover("ASSAULT", List.of("firearms"), List.of("military")),
                        new Event.Traits(1, true, List.of("mortar"), List.of("night"))),
                new Event.When(
                        LocalDate.of(2025, 4, 2),
                        LocalDate.of(2025, 4, 8),
                        LocalDate.of(2025, 4, 8),
                        new Event.DatePrecision(2, 3),
                        "last week",
                        "relative",
                        "current"),
                new Where(
                        "near Верхня",
                        point,
                        Geodesy.circle(point, 8000, 32),
                        new Where.Names("Verkhnia", "Ukraine", "UKR", "Donetsk", "Kramatorsk"),
                        new Where.Precision(2, 2, "settlement_vicinity", 8000),
                        new Where.Geocode(
                                "gazetteer",
                                new Where.Relation("near", List.of("Верхня"), 2500.0, 312.5),
                                List.of(
                                        new Where.Candidate(
                                                "gn:1",
                                                "Verkhnia",
                                                point,
                                                "Donetsk",
                                                0.7,
                                                List.of("the report names Donetsk"),
                                                null),
                                        new Where.Candidate(
                                                null, "Verkhnia", null, null, null, List.of(), "in another country")),
                                "gn:1",
                                new Where.Verdict(0.7, 0.4, true, true),
                                "2026-11-01",
                                "the province decides"),
                        "stated"),
                new Event.Who(
                        List.of(
                                new Event.Actor("Army A", "initiator", 1, "a", "1st Brigade", "UA", "the army"),
                                new Event.Actor("Army B", "target", 8, "b", "2nd Brigade", "RU", null),
                                new Event.Actor("Civilians", "affected", 7, null, null, null, "villagers"),
                                new Event.Actor("Envoy", "speaker", 0, "other", null, null, null)),
                        "Government of A",
                        "Government of B",
                        1),
                new Event.Toll(
                        2,
                        new Event.Estimate(2, 3, 4),
                        new Event.Range(5, 6),
                        7,
                        new Event.Range(100, 200),
                        47,
                        "two to four people"),
                new Event.Account(
                        "claimed",
                        "single_source",
                        0.42,
                        List.of(new Event.Claim(
                                "event", "clash", "A spokesman", "side_a", "asserts", LocalDate.of(2025, 4, 8), quote)),
                        List.of(new SourceRef(
                                "rep-0123456789abcdef",
                                "The Gazette",
                                "A day of fighting",
                                "https://example.org/a",
                                LocalDate.of(2025, 4, 8),
                                "en",
                                "ab".repeat(32),
                                "2025-04-09T06:00:00Z",
                                List.of(quote),
                                null))),
                new Event.Editorial(
                        new Event.Review("in_review", "desk", "2025-04-09T07:00:00Z", "second look"),
                        new Event.Sensitivity("blurred", List.of("military_position"), "shown to 8 km"),
                        List.of(new Event.Change(1, "2025-04-09T06:00:00Z", "machine", "create", null))));
    }

    /** An event of tier 1 at a point on a day; either may be null. */
    public static Event at(String id, @Nullable LonLat point, @Nullable LocalDate day) {
        return small(id, MapTier.DEFAULT_MAP, point, null, day, day);
    }

    /** An event known only to an area. */
    public static Event over(String id, Geometry footprint, @Nullable LocalDate day) {
        return small(id, MapTier.DEFAULT_MAP, null, footprint, day, day);
    }

    /** A small event; the day that stands for its window is the window's end. */
    public static Event small(
            String id,
            MapTier tier,
            @Nullable LonLat point,
            @Nullable Geometry footprint,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {
        Where where = new Where(
                "a place",
                point,
                footprint,
                Where.Names.NONE,
                point == null ? Where.Precision.NONE : new Where.Precision(1, 1, "settlement", 3000),
                Where.Geocode.NONE,
                "stated");
        return new Event(
                new Event.Identity(id, 1, null, null, List.of()),
                new Event.What("Event " + id, RecordType.EVENT, tier, SubEventType.SHELLING, null, Event.Traits.PLAIN),
                new Event.When(start, end, end, new Event.DatePrecision(1, 1), null, "explicit", "current"),
                where,
                Event.Who.NOBODY,
                Event.Toll.NONE,
                new Event.Account(
                        "reported_as_fact",
                        "single_source",
                        null,
                        List.of(),
                        List.of(new SourceRef("rep-x", null, null, null, null, null, null, null, List.of(), null))),
                new Event.Editorial(Event.Review.MACHINE, Event.Sensitivity.PUBLIC, List.of()));
    }

    /** The next version of an event, with another review status. */
    public static Event next(Event event, String status) {
        return event.withVersion(
                event.version() + 1,
                new Event.Editorial(
                        new Event.Review(status, "desk", "2025-04-10T00:00:00Z", null),
                        event.editorial().sensitivity(),
                        event.editorial().history()));
    }
}
