package org.clashmap.event;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a GeoJSON Feature, property by property as {@code docs/event.schema.json} says, and back.
 *
 * <p>Writing streams and keeps nothing. Reading takes what it knows and passes over the rest; what it reads it writes
 * again identically. Optional properties whose value is unknown are written as null where the schema allows null and
 * left out where it does not. Safe for many threads.
 */
public final class EventJson {
    public static final String SCHEMA_VERSION = "0.1.0";

    /** What follows from other properties, in the order of writing; a record may say otherwise. */
    static final List<String> DERIVED = List.of(
            "disorder_type", "acled_codable", "interaction", "source", "number_of_sources", "independent_sources");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EventJson() {}

    /** The Feature as a line of text. */
    public static String toJson(Event event) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            write(json, event);
        }
        return text.toString();
    }

    /**
     * Reads a Feature from text.
     *
     * @throws IllegalArgumentException when it is not an event, with the property and what is wrong
     */
    public static Event parse(String json) {
        return read(MAPPER.readTree(json));
    }

    /**
     * Reads a Feature.
     *
     * @throws IllegalArgumentException when it is not an event, with the property and what is wrong
     */
    public static Event read(JsonNode feature) {
        return EventJsonReader.read(feature);
    }

    /** Writes one Feature. */
    public static void write(JsonGenerator json, Event event) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", event.id());
        json.writeName("geometry");
        GeoJson.write(json, event.where().point());
        json.writeObjectPropertyStart("properties");
        writeProperties(json, event);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeProperties(JsonGenerator json, Event event) {
        json.writeStringProperty("schema_version", SCHEMA_VERSION);
        identity(json, event);
        when(json, event.when());
        what(json, event);
        who(json, event);
        toll(json, event.toll());
        where(json, event.where());
        EventJsonAccount.write(json, event);
        for (Map.Entry<String, String> extra : event.supplement().properties().entrySet()) {
            if (!DERIVED.contains(extra.getKey())) {
                json.writeName(extra.getKey());
                json.writeRawValue(extra.getValue());
            }
        }
    }

    private static void identity(JsonGenerator json, Event event) {
        Event.Identity identity = event.identity();
        json.writeStringProperty("event_id", identity.id());
        json.writeNumberProperty("version", identity.version());
        json.writeStringProperty("title", event.what().title());
        json.writeStringProperty("record_type", event.what().recordType().wire());
        json.writeNumberProperty("map_tier", event.what().tier().number());
        text(json, "event_group_id", identity.groupId());
        text(json, "parent_event_id", identity.parentId());
        json.writeArrayPropertyStart("links");
        for (Event.Link link : identity.links()) {
            json.writeStartObject();
            json.writeStringProperty("type", link.type());
            json.writeStringProperty("target", link.target());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void when(JsonGenerator json, Event.When when) {
        date(json, "event_date", when.day());
        date(json, "date_start", when.start());
        date(json, "date_end", when.end());
        json.writeNumberProperty("time_precision", when.precision().acled());
        json.writeNumberProperty("date_prec", when.precision().ucdp());
        text(json, "date_text", when.text());
        json.writeStringProperty("date_basis", when.basis());
        json.writeStringProperty("temporal_status", when.status());
    }

    private static void what(JsonGenerator json, Event event) {
        Event.What what = event.what();
        derived(json, event, "disorder_type");
        json.writeStringProperty("event_type", what.type().type().label());
        json.writeStringProperty("sub_event_type", what.type().label());
        derived(json, event, "acled_codable");
        json.writeName("plover");
        if (what.plover() == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringProperty("event", what.plover().event());
            strings(json, "mode", what.plover().modes());
            strings(json, "context", what.plover().contexts());
            json.writeEndObject();
        }
        number(json, "type_of_violence", event.who().typeOfViolence());
        json.writeNumberProperty("event_clarity", what.traits().clarity());
        text(json, "civilian_targeting", what.traits().civilianTargeting() ? "Civilian targeting" : null);
        strings(json, "weapon", what.traits().weapons());
        strings(json, "tags", what.traits().tags());
    }

    private static void who(JsonGenerator json, Event event) {
        Event.Who who = event.who();
        ActorPair pair = ActorPair.of(who.actors());
        actorColumns(json, "1", pair.first());
        actorColumns(json, "2", pair.second());
        derived(json, event, "interaction");
        text(json, "side_a", who.sideA());
        text(json, "side_b", who.sideB());
        json.writeArrayPropertyStart("actors");
        for (int i = 0; i < who.actors().size(); i++) {
            Event.Actor actor = who.actors().get(i);
            actor(json, actor, actor.name(), actor.mention());
            // The format has a place for the associated groups of actor1 and actor2 only; those of any further actor
            // follow it as actors with its role.
            if (actor.associate() != null && !pair.holds(i)) {
                actor(json, actor, actor.associate(), null);
            }
        }
        json.writeEndArray();
    }

    private static void actorColumns(JsonGenerator json, String number, Event.@Nullable Actor actor) {
        text(json, "actor" + number, actor == null ? null : actor.name());
        text(json, "assoc_actor_" + number, actor == null ? null : actor.associate());
        number(json, "inter" + number, actor == null ? null : actor.inter());
    }

    private static void actor(JsonGenerator json, Event.Actor actor, String name, @Nullable String mention) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("role", actor.role());
        text(json, "side", actor.side());
        text(json, "type", actor.inter() == 0 ? null : InterCode.word(actor.inter()));
        text(json, "country", actor.country());
        textIfAny(json, "mention", mention);
        json.writeEndObject();
    }

    private static void toll(JsonGenerator json, Event.Toll toll) {
        number(json, "fatalities", toll.fatalities());
        Event.Estimate deaths = toll.deaths();
        number(json, "low", deaths == null ? null : deaths.low());
        number(json, "best", deaths == null ? null : deaths.best());
        number(json, "high", deaths == null ? null : deaths.high());
        range(json, "injured", toll.injured());
        number(json, "captured", toll.captured());
        range(json, "displaced", toll.displaced());
        number(json, "attack_count", toll.attackCount());
        text(json, "casualty_text", toll.words());
    }

    private static void where(JsonGenerator json, Where where) {
        LonLat point = where.point();
        Where.Names names = where.names();
        text(json, "location", names.location());
        text(json, "place_text", where.text());
        text(json, "country", names.country());
        text(json, "iso3", names.iso3());
        text(json, "admin1", names.admin1());
        text(json, "admin2", names.admin2());
        degrees(json, "latitude", point == null ? null : point.lat());
        degrees(json, "longitude", point == null ? null : point.lon());
        number(json, "geo_precision", where.precision().geo());
        number(json, "where_prec", where.precision().where());
        json.writeStringProperty("geo_level", where.precision().level());
        number(json, "uncertainty_m", where.precision().uncertaintyMeters());
        json.writeStringProperty("location_basis", where.basis());
        geocode(json, where);
        json.writeName("footprint");
        GeoJson.write(json, where.footprint());
    }

    private static void geocode(JsonGenerator json, Where where) {
        Where.Geocode geocode = where.geocode();
        json.writeObjectPropertyStart("geocode");
        // A point that came with an imported record was not found by the rules; only its coordinates say where.
        boolean imported = where.basis().equals("imported") && geocode.gazetteerVersion() == null;
        Where.Decided decided = geocode.decided();
        json.writeStringProperty("method", decided != null ? "person" : imported ? "imported" : "rules");
        text(json, "gazetteer_version", geocode.gazetteerVersion());
        json.writeStringProperty("coord_status", geocode.status());
        json.writeName("relation");
        if (geocode.relation() == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringProperty("type", geocode.relation().type());
            strings(json, "anchors", geocode.relation().anchors());
            decimal(json, "distance_m", geocode.relation().distanceMeters());
            decimal(json, "bearing_deg", geocode.relation().bearingDegrees());
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("candidates");
        geocode.candidates().forEach(candidate -> candidate(json, candidate));
        json.writeEndArray();
        text(json, "chosen", geocode.chosen());
        decimal(json, "score", geocode.verdict().score());
        decimal(json, "score_margin", geocode.verdict().margin());
        json.writeBooleanProperty("ambiguous", geocode.verdict().ambiguous());
        json.writeBooleanProperty("admin_conflict", geocode.verdict().adminConflict());
        text(json, "decision", geocode.decision());
        if (decided != null) {
            json.writeStringProperty("decided_by", decided.by());
            json.writeStringProperty("decided_at", decided.at());
        }
        json.writeEndObject();
    }

    private static void candidate(JsonGenerator json, Where.Candidate candidate) {
        json.writeStartObject();
        text(json, "id", candidate.id());
        json.writeStringProperty("name", candidate.name());
        degrees(
                json,
                "lat",
                candidate.point() == null ? null : candidate.point().lat());
        degrees(
                json,
                "lon",
                candidate.point() == null ? null : candidate.point().lon());
        textIfAny(json, "admin1", candidate.admin1());
        if (candidate.score() != null) {
            decimal(json, "score", candidate.score());
        }
        strings(json, "reasons", candidate.reasons());
        textIfAny(json, "rejected_because", candidate.rejectedBecause());
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    static void textIfAny(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    static void date(JsonGenerator json, String name, @Nullable LocalDate value) {
        text(json, name, value == null ? null : value.toString());
    }

    static void number(JsonGenerator json, String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    /** A figure with at most six decimals, so that it reads the same after any number of copies. */
    static void decimal(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, GeoJson.round(value));
        }
    }

    private static void degrees(JsonGenerator json, String name, @Nullable Double value) {
        decimal(json, name, value);
    }

    static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void range(JsonGenerator json, String name, Event.@Nullable Range range) {
        if (range == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("low", range.low());
        json.writeNumberProperty("high", range.high());
        json.writeEndObject();
    }

    /** Writes a property that is worked out from the rest, or what the record says otherwise. */
    static void derived(JsonGenerator json, Event event, String name) {
        json.writeName(name);
        json.writeRawValue(derivedJson(event, name));
    }

    /**
     * The JSON text of a property that is worked out from the rest, such as {@code source} or {@code number_of_sources},
     * or what the record says otherwise.
     */
    public static String derivedJson(Event event, String name) {
        String otherwise = event.supplement().properties().get(name);
        return otherwise == null ? derive(event, name) : otherwise;
    }

    /** The JSON text of one of the properties {@link #DERIVED} as it follows from the rest. */
    static String derive(Event event, String name) {
        Event.What what = event.what();
        return switch (name) {
            case "disorder_type" -> Supplement.quote(what.type().type().disorderType());
            // ACLED codes acts, not speech, and has no code for diplomacy and the rest of "Other".
            case "acled_codable" ->
                String.valueOf(what.recordType() != RecordType.STATEMENT && what.type() != SubEventType.OTHER);
            case "interaction" ->
                String.valueOf(ActorPair.of(event.who().actors()).interaction());
            case "source" -> {
                String publishers = event.account().publishers();
                yield publishers == null ? "null" : Supplement.quote(publishers);
            }
            case "number_of_sources" -> String.valueOf(event.account().sources().size());
            case "independent_sources" ->
                String.valueOf(independentSources(event.account().sources()));
            default -> throw new IllegalArgumentException(name + " is not worked out");
        };
    }

    /** Null when several sources have not been compared. */
    private static @Nullable Integer independentSources(List<SourceRef> sources) {
        if (sources.size() == 1) {
            return 1;
        }
        int independent = 0;
        for (SourceRef source : sources) {
            Boolean counts = source.standing().independent();
            if (counts == null) {
                return null;
            }
            independent += counts ? 1 : 0;
        }
        return independent;
    }
}
