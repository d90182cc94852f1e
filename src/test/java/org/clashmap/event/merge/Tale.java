package org.clashmap.event.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Makes tellings of a strike on one invented town; each method changes one thing. Not safe for threads. */
final class Tale {
    static final LonLat TOWN = new LonLat(37.5, 48.3);
    static final LocalDate DAY = LocalDate.of(2025, 4, 8);

    private final String id;
    private final List<Event.Actor> actors = new ArrayList<>();
    private final List<Event.Claim> claims = new ArrayList<>();
    private String publisher;
    private String certainty = "reported_as_fact";
    private String evidence = "A drone struck the town.";
    private LonLat point = TOWN;
    private String place = "gn:1";
    private int radiusMeters = 4000;
    private int geoPrecision = 1;
    private LocalDate start = DAY;
    private LocalDate end = DAY;
    private LocalDate published = DAY.plusDays(1);
    private Event.DatePrecision precision = new Event.DatePrecision(1, 1);
    private SubEventType type = SubEventType.AIR_DRONE_STRIKE;
    private RecordType recordType = RecordType.EVENT;
    private MapTier tier = MapTier.DEFAULT_MAP;
    private @Nullable Geometry footprint;
    private Event.Toll toll = Event.Toll.NONE;

    private Tale(String id) {
        this.id = id;
        this.publisher = "Outlet " + id;
    }

    /** A drone strike on the town, told as fact by an outlet of its own. */
    static Tale of(String id) {
        return new Tale(id);
    }

    Tale by(String name) {
        publisher = name;
        return this;
    }

    Tale on(LocalDate day) {
        start = day;
        end = day;
        return this;
    }

    Tale from(LocalDate first, LocalDate last, int acled, int ucdp) {
        start = first;
        end = last;
        precision = new Event.DatePrecision(acled, ucdp);
        return this;
    }

    Tale publishedOn(LocalDate day) {
        published = day;
        return this;
    }

    Tale at(LonLat where, String placeId) {
        point = where;
        place = placeId;
        return this;
    }

    Tale within(int meters, int geo) {
        radiusMeters = meters;
        geoPrecision = geo;
        return this;
    }

    /** North of the town by so many metres. */
    Tale northBy(double meters) {
        return at(Geodesy.destination(TOWN, 0, meters), "gn:north");
    }

    Tale type(SubEventType other) {
        type = other;
        return this;
    }

    Tale aggregateOver(double radius) {
        recordType = RecordType.AGGREGATE;
        tier = MapTier.OPT_IN;
        footprint = Geodesy.circle(TOWN, radius, 64);
        return this;
    }

    Tale tier(MapTier other) {
        tier = other;
        return this;
    }

    Tale blaming(String name, String country) {
        actors.add(new Event.Actor(name, "initiator", 1, "a", null, country, null));
        return this;
    }

    Tale dead(int low, int best, int high) {
        toll = new Event.Toll(
                low, new Event.Estimate(low, best, high), toll.injured(), null, null, null, best + " dead");
        return this;
    }

    Tale hurt(int low, int high) {
        toll = new Event.Toll(
                toll.fatalities(), toll.deaths(), new Event.Range(low, high), null, null, null, toll.words());
        return this;
    }

    Tale saying(String sentence) {
        evidence = sentence;
        return this;
    }

    Tale claimedBy(String speaker, String party, String stance) {
        certainty = stance.equals("denies") ? "disputed" : "claimed";
        claims.add(new Event.Claim(
                "event", null, speaker, party, stance, published, new Event.Quote(evidence, 0, 10, List.of("event"))));
        return this;
    }

    Event tell() {
        Event.Quote quote = new Event.Quote(evidence, 0, evidence.length(), List.of("event_type"));
        return new Event(
                new Event.Identity(id, 1, null, null, List.of()),
                new Event.What("Strike told by " + id, recordType, tier, type, null, Event.Traits.PLAIN),
                new Event.When(start, end, end, precision, null, "explicit", "current"),
                new Where(
                        "the town",
                        point,
                        footprint,
                        Where.Names.NONE,
                        new Where.Precision(geoPrecision, geoPrecision, "settlement", radiusMeters),
                        new Where.Geocode(
                                "gazetteer",
                                null,
                                List.of(),
                                place,
                                new Where.Verdict(1.0, 1.0, false, false),
                                null,
                                null),
                        "stated"),
                new Event.Who(actors, null, null, null),
                toll,
                new Event.Account(
                        certainty,
                        "single_source",
                        null,
                        claims,
                        List.of(new SourceRef(
                                "rep-" + id,
                                publisher,
                                null,
                                null,
                                published,
                                "en",
                                null,
                                null,
                                List.of(quote),
                                null))),
                new Event.Editorial(
                        Event.Review.MACHINE,
                        Event.Sensitivity.PUBLIC,
                        List.of(new Event.Change(1, "2025-04-09T00:00:00Z", "clashmap", "create", null))));
    }

    Telling telling() {
        return new Telling(tell());
    }
}
