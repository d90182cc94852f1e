package org.clashmap.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.JsonNode;

/** Reads what {@link EventJson} writes, and hand-made records of the same schema that leave optional parts out. */
final class EventJsonReader {
    private static final Set<String> SUPPLEMENT = Set.copyOf(Supplement.NAMES);

    private EventJsonReader() {}

    static Event read(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        if (!properties.isObject()) {
            throw new IllegalArgumentException("not an event: the Feature has no object \"properties\"");
        }
        String id = properties.path("event_id").asString(feature.path("id").asString(""));
        if (id.isEmpty()) {
            throw new IllegalArgumentException("not an event: event_id is missing");
        }
        JsonFields fields = new JsonFields(properties, "event " + id);
        Event.Identity identity = new Event.Identity(
                id,
                fields.wholeOr("version", 1),
                fields.text("event_group_id"),
                fields.text("parent_event_id"),
                fields.list("links", link -> new Event.Link(link.requireText("type"), link.requireText("target"))));
        Event event = new Event(
                identity,
                what(fields),
                when(fields),
                where(fields, feature.path("geometry")),
                who(fields),
                toll(fields),
                account(fields),
                editorial(fields));
        return supplemented(event, properties);
    }

    private static Event supplemented(Event event, JsonNode properties) {
        Map<String, String> extras = new LinkedHashMap<>();
        for (String name : EventJson.DERIVED) {
            JsonNode value = properties.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                String said = value.toString();
                if (!said.equals(EventJson.derive(event, name))) {
                    extras.put(name, said);
                }
            }
        }
        properties.forEachEntry((name, value) -> {
            if (SUPPLEMENT.contains(name) && !value.isNull()) {
                extras.put(name, value.toString());
            }
        });
        return extras.isEmpty() ? event : event.withSupplement(new Supplement(extras));
    }

    private static Event.What what(JsonFields fields) {
        String recordType = fields.textOr("record_type", "event");
        RecordType record;
        try {
            record = RecordType.valueOf(recordType.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    fields.wrong("record_type", "\"" + recordType + "\" is unknown")
                            .getMessage(),
                    e);
        }
        JsonFields plover = fields.object("plover");
        return new Event.What(
                fields.textOr("title", ""),
                record,
                MapTier.of(fields.wholeOr("map_tier", 3)),
                subEventType(fields),
                plover.isObject()
                        ? new Event.Plover(
                                plover.requireText("event"), plover.strings("mode"), plover.strings("context"))
                        : null,
                new Event.Traits(
                        fields.wholeOr("event_clarity", 1),
                        fields.text("civilian_targeting") != null,
                        fields.strings("weapon"),
                        fields.strings("tags")));
    }

    private static SubEventType subEventType(JsonFields fields) {
        String label = fields.text("sub_event_type");
        if (label == null && fields.text("event_type") == null) {
            return SubEventType.OTHER;
        }
        return SubEventType.find(label == null ? "" : label)
                .orElseThrow(() -> fields.wrong(
                        "sub_event_type", label == null ? "is missing" : "\"" + label + "\" is not one of ACLED's"));
    }

    private static Event.When when(JsonFields fields) {
        return new Event.When(
                fields.date("date_start"),
                fields.date("date_end"),
                fields.date("event_date"),
                new Event.DatePrecision(fields.wholeOr("time_precision", 3), fields.wholeOr("date_prec", 5)),
                fields.text("date_text"),
                fields.textOr("date_basis", "imported"),
                fields.textOr("temporal_status", "current"));
    }

    /** The actor columns hold inter and associate; the list holds roles. A record may have only the columns. */
    private static Event.Who who(JsonFields fields) {
        List<Event.Actor> actors = new ArrayList<>(fields.list(
                "actors",
                actor -> new Event.Actor(
                        actor.requireText("name"),
                        actor.textOr("role", "participant"),
                        InterCode.of(actor.textOr("type", "")),
                        actor.text("side"),
                        null,
                        actor.text("country"),
                        actor.text("mention"))));
        ActorPair pair = ActorPair.of(actors);
        int shift = completeActor(fields, actors, pair.firstAt(), 1);
        completeActor(fields, actors, pair.secondAt() < 0 ? -1 : pair.secondAt() + shift, 2);
        return new Event.Who(actors, fields.text("side_a"), fields.text("side_b"), fields.whole("type_of_violence"));
    }

    /** Fills the listed actor from its columns, or inserts it when the list lacks it; returns how many were inserted. */
    private static int completeActor(JsonFields fields, List<Event.Actor> actors, int listedAt, int number) {
        String name = fields.text("actor" + number);
        if (name == null) {
            return 0;
        }
        int inter = fields.wholeOr("inter" + number, 0);
        if (inter < 0 || inter > 8) {
            throw fields.wrong("inter" + number, inter + " is not between 0 and 8");
        }
        String associate = fields.text("assoc_actor_" + number);
        if (listedAt >= 0 && actors.get(listedAt).name().equals(name)) {
            Event.Actor listed = actors.get(listedAt);
            actors.set(
                    listedAt,
                    new Event.Actor(
                            name, listed.role(), inter, listed.side(), associate, listed.country(), listed.mention()));
            return 0;
        }
        String role = number == 1 ? "initiator" : "target";
        String side = number == 1 ? "a" : "b";
        actors.add(
                Math.min(number - 1, actors.size()), new Event.Actor(name, role, inter, side, associate, null, null));
        return 1;
    }

    private static Event.Toll toll(JsonFields fields) {
        Integer best = fields.whole("best");
        Integer low = fields.whole("low");
        Integer high = fields.whole("high");
        Event.Estimate deaths = null;
        if (best != null) {
            deaths = new Event.Estimate(low == null ? best : low, best, high == null ? best : high);
        }
        return new Event.Toll(
                fields.whole("fatalities"),
                deaths,
                range(fields.object("injured")),
                fields.whole("captured"),
                range(fields.object("displaced")),
                fields.whole("attack_count"),
                fields.text("casualty_text"));
    }

    private static Event.@Nullable Range range(JsonFields range) {
        Integer low = range.whole("low");
        Integer high = range.whole("high");
        if (low == null) {
            return high == null ? null : new Event.Range(high, high);
        }
        return new Event.Range(low, high == null ? low : high);
    }

    private static Where where(JsonFields fields, JsonNode geometry) {
        JsonFields geocode = fields.object("geocode");
        JsonFields relation = geocode.object("relation");
        Where.Geocode why = new Where.Geocode(
                geocode.textOr("coord_status", "none"),
                relation.isObject()
                        ? new Where.Relation(
                                relation.requireText("type"),
                                relation.strings("anchors"),
                                relation.decimal("distance_m"),
                                relation.decimal("bearing_deg"))
                        : null,
                geocode.list("candidates", EventJsonReader::candidate),
                geocode.text("chosen"),
                new Where.Verdict(
                        geocode.decimal("score"),
                        geocode.decimal("score_margin"),
                        geocode.flag("ambiguous"),
                        geocode.flag("admin_conflict")),
                geocode.text("gazetteer_version"),
                geocode.text("decision"),
                decided(geocode));
        return new Where(
                fields.text("place_text"),
                point(fields, geometry),
                GeoJson.read(fields.node().get("footprint")),
                new Where.Names(
                        fields.text("location"),
                        fields.text("country"),
                        fields.text("iso3"),
                        fields.text("admin1"),
                        fields.text("admin2")),
                new Where.Precision(
                        fields.whole("geo_precision"),
                        fields.whole("where_prec"),
                        fields.textOr("geo_level", "none"),
                        fields.whole("uncertainty_m")),
                why,
                fields.textOr("location_basis", "stated"));
    }

    private static Where.@Nullable Decided decided(JsonFields geocode) {
        String by = geocode.text("decided_by");
        return by == null ? null : new Where.Decided(by, geocode.textOr("decided_at", ""));
    }

    private static @Nullable LonLat point(JsonFields fields, JsonNode geometry) {
        Geometry read = GeoJson.read(geometry);
        if (read instanceof Point point && !point.isEmpty()) {
            return new LonLat(point.getX(), point.getY());
        }
        return lonLat(fields, "longitude", "latitude");
    }

    private static @Nullable LonLat lonLat(JsonFields fields, String lonName, String latName) {
        Double lon = fields.decimal(lonName);
        Double lat = fields.decimal(latName);
        return lon == null || lat == null ? null : new LonLat(lon, lat);
    }

    private static Where.Candidate candidate(JsonFields fields) {
        return new Where.Candidate(
                fields.text("id"),
                fields.textOr("name", ""),
                lonLat(fields, "lon", "lat"),
                fields.text("admin1"),
                fields.decimal("score"),
                fields.strings("reasons"),
                fields.text("rejected_because"));
    }

    private static Event.Account account(JsonFields fields) {
        return new Event.Account(
                fields.textOr("certainty", "unconfirmed"),
                fields.textOr("verification_level", "unverified"),
                fields.decimal("confidence"),
                fields.list(
                        "claims",
                        claim -> new Event.Claim(
                                claim.requireText("field"),
                                claim.text("value"),
                                claim.requireText("speaker"),
                                claim.text("party"),
                                claim.textOr("stance", "asserts"),
                                claim.date("said_on"),
                                quote(claim),
                                claim.text("source_id"))),
                fields.list(
                        "sources",
                        source -> new SourceRef(
                                source.textOr("report_id", source.textOr("source_id", "")),
                                source.text("publisher"),
                                source.text("title"),
                                source.text("url"),
                                source.date("publish_date"),
                                source.text("lang"),
                                source.text("sha256"),
                                source.text("retrieved_at"),
                                source.list("evidence", EventJsonReader::quote),
                                source.text("licence"),
                                new SourceRef.Standing(source.flagIfAny("independent"), source.text("reprint_of")))));
    }

    private static Event.Quote quote(JsonFields fields) {
        return new Event.Quote(
                fields.textOr("quote", ""),
                fields.wholeOr("start", 0),
                fields.wholeOr("end", 0),
                fields.strings("fields"));
    }

    private static Event.Editorial editorial(JsonFields fields) {
        JsonFields review = fields.object("review");
        JsonFields sensitivity = fields.object("sensitivity");
        return new Event.Editorial(
                new Event.Review(
                        review.textOr("status", "machine"),
                        review.text("reviewer"),
                        review.text("reviewed_at"),
                        review.text("reason"),
                        new Event.Readers(review.text("assignee"), review.text("coder"), review.text("second_coder"))),
                new Event.Sensitivity(
                        sensitivity.textOr("level", "public"),
                        sensitivity.strings("reasons"),
                        sensitivity.text("notice"),
                        sensitivity.strings("loosened"),
                        new Event.Shown(
                                sensitivity.text("embargo_until"),
                                sensitivity.whole("public_uncertainty_m"),
                                sensitivity.text("blur"),
                                sensitivity.text("date_coarsened_to"),
                                sensitivity.strings("withheld"))),
                fields.list(
                        "history",
                        change -> new Event.Change(
                                change.wholeOr("version", 1),
                                change.requireText("at"),
                                change.requireText("by"),
                                change.requireText("action"),
                                change.text("reason"))));
    }
}
