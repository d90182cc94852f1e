package org.clashmap.event.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventType;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be asked about events. Names, types and enumerations are those of {@code docs/event.schema.json}; what lies
 * deeper there than one level has a name of its own here ({@code review_status}, {@code publishers}).
 */
final class EventProperties {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final List<String> GEO_LEVELS = List.of(
            "exact",
            "street",
            "neighbourhood",
            "settlement",
            "settlement_vicinity",
            "route",
            "front_sector",
            "admin3",
            "admin2",
            "admin1",
            "country",
            "sea",
            "none",
            "inherits_parent");
    static final List<String> REVIEW_STATES =
            List.of("machine", "in_review", "accepted", "published", "rejected", "retracted", "gold");

    static final Queryables ALL = new Queryables(all());

    private EventProperties() {}

    private static List<Queryable> all() {
        List<Queryable> all = new ArrayList<>();
        addIdentity(all);
        addTime(all);
        addAct(all);
        addActors(all);
        addToll(all);
        addPlace(all);
        addAccount(all);
        return all;
    }

    private static void addIdentity(List<Queryable> all) {
        all.add(of("event_id", ValueType.TEXT, "Id", Event::id).as("id"));
        all.add(number("version", "Version", event -> event.version()));
        all.add(text("title", "Title", event -> event.what().title()));
        all.add(text(
                        "record_type",
                        "Kind of record",
                        event -> event.what().recordType().wire())
                .oneOf(Arrays.stream(RecordType.values()).map(RecordType::wire).toList()));
        all.add(number(
                        "map_tier",
                        "Tier: 1 default map, 2 on request, 3 time line only",
                        event -> event.what().tier().number())
                .oneOf(Arrays.stream(MapTier.values()).map(MapTier::number).toList()));
        all.add(text(
                "event_group_id",
                "Group told together",
                event -> event.identity().groupId()));
        all.add(text(
                "parent_event_id",
                "Event it is part of",
                event -> event.identity().parentId()));
        all.add(text("notes", "Notes", event -> event.supplement().text("notes")));
    }

    private static void addTime(List<Queryable> all) {
        all.add(day(
                        "event_date",
                        "Day that stands for the event",
                        event -> event.when().day())
                .as("primary-instant"));
        all.add(day("date_start", "First possible day", event -> event.when().start())
                .as("primary-interval-start"));
        all.add(day("date_end", "Last possible day", event -> event.when().end())
                .as("primary-interval-end"));
        all.add(number(
                        "time_precision",
                        "Precision of the date (ACLED)",
                        event -> event.when().precision().acled())
                .oneOf(List.of(1, 2, 3)));
        all.add(number(
                        "date_prec",
                        "Precision of the date (UCDP)",
                        event -> event.when().precision().ucdp())
                .oneOf(List.of(1, 2, 3, 4, 5)));
        all.add(text(
                        "date_basis",
                        "What the date rests on",
                        event -> event.when().basis())
                .oneOf(List.of(
                        "explicit",
                        "relative",
                        "relative_to_previous_event",
                        "inferred_same_day",
                        "inferred_publish",
                        "external",
                        "imported")));
        all.add(text(
                        "temporal_status",
                        "Whether it lies in the past",
                        event -> event.when().status())
                .oneOf(List.of("current", "ongoing", "historical", "future", "hypothetical")));
    }

    private static void addAct(List<Queryable> all) {
        all.add(derived("disorder_type", ValueType.TEXT, "Kind of disorder (ACLED)")
                .oneOf(List.of(
                        "Political violence",
                        "Demonstrations",
                        "Strategic developments",
                        "Political violence; Demonstrations")));
        all.add(text(
                        "event_type",
                        "Event type (ACLED)",
                        event -> event.what().type().type().label())
                .oneOf(Arrays.stream(EventType.values()).map(EventType::label).toList())
                .as("type"));
        all.add(text(
                        "sub_event_type",
                        "Sub-event type (ACLED)",
                        event -> event.what().type().label())
                .oneOf(Arrays.stream(SubEventType.values())
                        .map(SubEventType::label)
                        .toList()));
        all.add(derived("acled_codable", ValueType.BOOLEAN, "Whether ACLED has a code for it"));
        all.add(text(
                "plover_event",
                "PLOVER event",
                event -> event.what().plover() == null
                        ? null
                        : event.what().plover().event()));
        all.add(number(
                        "type_of_violence",
                        "Type of violence (UCDP)",
                        event -> event.who().typeOfViolence())
                .oneOf(List.of(1, 2, 3)));
        all.add(number(
                        "event_clarity",
                        "1 one event, 2 an aggregate (UCDP)",
                        event -> event.what().traits().clarity())
                .oneOf(List.of(1, 2)));
        all.add(text(
                        "civilian_targeting",
                        "Whether civilians are the target",
                        event -> event.what().traits().civilianTargeting() ? "Civilian targeting" : null)
                .oneOf(List.of("Civilian targeting")));
        all.add(texts("weapon", "Weapons", event -> event.what().traits().weapons()));
        all.add(texts("tags", "Tags", event -> event.what().traits().tags()));
    }

    private static void addActors(List<Queryable> all) {
        addActor(all, "1", event -> event.who().actor1());
        addActor(all, "2", event -> event.who().actor2());
        all.add(derived("interaction", ValueType.INTEGER, "Interaction (ACLED)"));
        all.add(text("side_a", "Side A (UCDP)", event -> event.who().sideA()));
        all.add(text("side_b", "Side B (UCDP)", event -> event.who().sideB()));
        all.add(texts(
                "actors",
                "Names of all actors",
                event -> event.who().actors().stream().map(Event.Actor::name).toList()));
    }

    private static void addActor(List<Queryable> all, String number, Function<Event, Event.@Nullable Actor> reader) {
        all.add(text("actor" + number, "Actor " + number, event -> {
            Event.Actor actor = reader.apply(event);
            return actor == null ? null : actor.name();
        }));
        all.add(text("assoc_actor_" + number, "Associate of actor " + number, event -> {
            Event.Actor actor = reader.apply(event);
            return actor == null ? null : actor.associate();
        }));
        all.add(number("inter" + number, "Kind of actor " + number + " (ACLED)", event -> {
            Event.Actor actor = reader.apply(event);
            return actor == null ? null : actor.inter();
        }));
    }

    private static void addToll(List<Queryable> all) {
        all.add(number(
                "fatalities",
                "Deaths, the cautious figure (ACLED)",
                event -> event.toll().fatalities()));
        all.add(number(
                "low",
                "Deaths, lowest estimate",
                event -> event.toll().deaths() == null
                        ? null
                        : event.toll().deaths().low()));
        all.add(number(
                "best",
                "Deaths, best estimate",
                event -> event.toll().deaths() == null
                        ? null
                        : event.toll().deaths().best()));
        all.add(number(
                "high",
                "Deaths, highest estimate",
                event -> event.toll().deaths() == null
                        ? null
                        : event.toll().deaths().high()));
        all.add(number(
                "injured_low",
                "Injured, at least",
                event -> event.toll().injured() == null
                        ? null
                        : event.toll().injured().low()));
        all.add(number(
                "injured_high",
                "Injured, at most",
                event -> event.toll().injured() == null
                        ? null
                        : event.toll().injured().high()));
        all.add(number("captured", "Captured", event -> event.toll().captured()));
        all.add(number(
                "displaced_low",
                "Displaced, at least",
                event -> event.toll().displaced() == null
                        ? null
                        : event.toll().displaced().low()));
        all.add(number(
                "displaced_high",
                "Displaced, at most",
                event -> event.toll().displaced() == null
                        ? null
                        : event.toll().displaced().high()));
        all.add(number("attack_count", "How many attacks", event -> event.toll().attackCount()));
    }

    private static void addPlace(List<Queryable> all) {
        all.add(of("geometry", ValueType.GEOMETRY, "Point, or the area of an event without one", EventProperties::place)
                .as("primary-geometry"));
        all.add(of(
                "footprint",
                ValueType.GEOMETRY,
                "Area or line the words support",
                event -> event.where().footprint()));
        all.add(text("location", "Place", event -> event.where().names().location()));
        all.add(text("place_text", "Place as written", event -> event.where().text()));
        all.add(text("country", "Country", event -> event.where().names().country()));
        all.add(text(
                "iso3",
                "Country, ISO 3166-1 alpha-3",
                event -> event.where().names().iso3()));
        all.add(text(
                "admin1", "First-order unit", event -> event.where().names().admin1()));
        all.add(text(
                "admin2", "Second-order unit", event -> event.where().names().admin2()));
        all.add(of("latitude", ValueType.NUMBER, "Latitude", event -> {
            LonLat point = event.where().point();
            return point == null ? null : (Object) point.lat();
        }));
        all.add(of("longitude", ValueType.NUMBER, "Longitude", event -> {
            LonLat point = event.where().point();
            return point == null ? null : (Object) point.lon();
        }));
        all.add(number(
                        "geo_precision",
                        "Precision of the place (ACLED)",
                        event -> event.where().precision().geo())
                .oneOf(List.of(1, 2, 3)));
        all.add(number(
                        "where_prec",
                        "Precision of the place (UCDP)",
                        event -> event.where().precision().where())
                .oneOf(List.of(1, 2, 3, 4, 5, 6, 7)));
        all.add(text(
                        "geo_level",
                        "What the place is known to",
                        event -> event.where().precision().level())
                .oneOf(GEO_LEVELS));
        all.add(number(
                "uncertainty_m",
                "Radius of uncertainty in metres",
                event -> event.where().precision().uncertaintyMeters()));
        all.add(text(
                        "location_basis",
                        "What the place rests on",
                        event -> event.where().basis())
                .oneOf(List.of("stated", "inferred_seat", "inferred_context", "imported")));
        all.add(of(
                "ambiguous",
                ValueType.BOOLEAN,
                "Whether several places fit",
                event -> event.where().geocode().verdict().ambiguous()));
    }

    private static void addAccount(List<Queryable> all) {
        all.add(text(
                        "certainty",
                        "How certain the reports are",
                        event -> event.account().certainty())
                .oneOf(List.of("confirmed", "reported_as_fact", "claimed", "disputed", "denied", "unconfirmed")));
        all.add(text(
                        "verification_level",
                        "How far it is verified",
                        event -> event.account().verification())
                .oneOf(List.of(
                        "unverified",
                        "single_source",
                        "corroborated_same_party",
                        "corroborated_independent",
                        "corroborated_both_sides",
                        "media_evidence",
                        "geolocated",
                        "verified",
                        "debunked")));
        all.add(of(
                "confidence",
                ValueType.NUMBER,
                "Confidence of the machine, 0 to 1",
                event -> event.account().confidence()));
        all.add(derived("source", ValueType.TEXT, "Publishers, joined"));
        all.add(derived("number_of_sources", ValueType.INTEGER, "How many reports tell it"));
        all.add(derived("independent_sources", ValueType.INTEGER, "How many of them are independent"));
        all.add(texts("publishers", "Publishers", event -> eachOfSources(event, SourceRef::publisher)));
        all.add(texts("languages", "Languages of the reports", event -> eachOfSources(event, SourceRef::language)));
        all.add(texts("reports", "Ids of the reports", event -> eachOfSources(event, SourceRef::reportId)));
        all.add(text(
                        "review_status",
                        "State of review",
                        event -> event.editorial().review().status())
                .oneOf(REVIEW_STATES));
        all.add(text(
                        "sensitivity_level",
                        "How freely it may be shown",
                        event -> event.editorial().sensitivity().level())
                .oneOf(List.of("public", "delayed", "blurred", "restricted", "withheld")));
    }

    private static @Nullable Geometry place(Event event) {
        Where where = event.where();
        LonLat point = where.point();
        return point == null ? where.footprint() : FACTORY.createPoint(new Coordinate(point.lon(), point.lat()));
    }

    private static List<String> eachOfSources(Event event, Function<SourceRef, @Nullable String> part) {
        return event.account().sources().stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Queryable of(String name, ValueType type, String title, Function<Event, @Nullable Object> reader) {
        return new Queryable(name, type, title, List.of(), null, reader);
    }

    private static Queryable text(String name, String title, Function<Event, @Nullable String> reader) {
        return of(name, ValueType.TEXT, title, reader::apply);
    }

    private static Queryable texts(String name, String title, Function<Event, List<String>> reader) {
        return of(name, ValueType.TEXTS, title, reader::apply);
    }

    private static Queryable number(String name, String title, Function<Event, @Nullable Integer> reader) {
        return of(name, ValueType.INTEGER, title, event -> {
            Integer value = reader.apply(event);
            return value == null ? null : (Object) value.doubleValue();
        });
    }

    private static Queryable day(String name, String title, Function<Event, @Nullable LocalDate> reader) {
        return of(name, ValueType.DATE, title, event -> {
            LocalDate day = reader.apply(event);
            return day == null ? null : Moment.of(day);
        });
    }

    /** What the wire format works out from the rest, unless the record says otherwise. */
    private static Queryable derived(String name, ValueType type, String title) {
        return of(name, type, title, event -> {
            JsonNode value = JSON.readTree(EventJson.derivedJson(event, name));
            if (value.isNull()) {
                return null;
            }
            if (type == ValueType.TEXT) {
                return value.asString();
            }
            return type == ValueType.BOOLEAN ? (Object) value.asBoolean() : (Object) value.asDouble();
        });
    }
}
