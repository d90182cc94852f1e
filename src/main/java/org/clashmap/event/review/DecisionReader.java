package org.clashmap.event.review;

import java.util.List;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a client sends about an event. Every refusal names the member and what is allowed there. */
public final class DecisionReader {
    /** What may be changed. */
    static final List<String> CHANGES = List.of(
            "place", "precision", "sub_event_type", "map_tier", "when", "actors", "counts", "title", "assignee");

    static final List<String> LEVELS = List.of(
            "exact",
            "street",
            "neighbourhood",
            "settlement",
            "settlement_vicinity",
            "route",
            "front_sector",
            "admin2",
            "admin1",
            "country",
            "sea",
            "none");

    private static final List<String> PLACES = List.of(
            "{\"candidate\": n}",
            "{\"place\": \"gn:691877\"}",
            "{\"point\": [lon, lat], \"uncertainty_m\": n}",
            "{\"area\": a GeoJSON geometry}",
            "{\"none\": true}");

    private static final int MOST_POSITIONS = 10_000;
    private static final int LONGEST_REASON = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DecisionReader() {}

    /** A body as JSON. */
    public static JsonNode object(String body) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JacksonException broken) {
            throw RefusedChangeException.of(
                    "body", "is no JSON: " + broken.getOriginalMessage(), "a JSON object in UTF-8");
        }
        if (!node.isObject()) {
            throw RefusedChangeException.of("body", "is no JSON object", "a JSON object in UTF-8");
        }
        return node;
    }

    /** {@code {"action","reason","reason_code","changes"}}. */
    public static Decision decision(JsonNode body) {
        BodyFields fields = new BodyFields(body, "");
        fields.requireOnly(List.of("action", "reason", "reason_code", "changes"));
        String word = fields.requireText("action", ReviewAction.words());
        ReviewAction action = ReviewAction.find(word)
                .orElseThrow(() -> fields.refused("action", "is \"" + word + "\"", ReviewAction.words()));
        String code = fields.text("reason_code", 40);
        if (code != null && !Decision.REASON_CODES.contains(code)) {
            throw fields.refused("reason_code", "is \"" + code + "\"", Decision.REASON_CODES);
        }
        return new Decision(action, reason(fields), code, changes(fields.object("changes", CHANGES)));
    }

    /** {@code reason}, or null when there is none. */
    public static @Nullable String reason(BodyFields fields) {
        return fields.text("reason", LONGEST_REASON);
    }

    /** The changes of a decision, of a part of a split, or of an event that a person adds; null are none. */
    public static Changes changes(@Nullable BodyFields fields) {
        if (fields == null) {
            return Changes.NONE;
        }
        fields.requireOnly(CHANGES);
        String level = fields.text("precision", 40);
        if (level != null && !LEVELS.contains(level)) {
            throw fields.refused("precision", "is \"" + level + "\"", LEVELS);
        }
        return new Changes(
                place(fields.object("place", PLACES)),
                level,
                FactReader.coding(fields),
                FactReader.window(fields),
                FactReader.people(fields),
                FactReader.assignee(fields));
    }

    private static @Nullable PlaceChange place(@Nullable BodyFields place) {
        if (place == null) {
            return null;
        }
        place.requireOnly(List.of("candidate", "place", "point", "uncertainty_m", "area", "none"));
        List<String> ways = List.of("candidate", "place", "point", "area", "none").stream()
                .filter(place::has)
                // A candidate's number and its id together say one thing, and are held against each other.
                .filter(way -> !(way.equals("place") && place.has("candidate")))
                .toList();
        if (ways.size() != 1) {
            throw RefusedChangeException.of(
                    place.path(),
                    ways.isEmpty() ? "says no place" : "says " + String.join(" and ", ways) + "; one of them",
                    PLACES);
        }
        if (place.has("uncertainty_m") && !place.has("point")) {
            throw place.refused("uncertainty_m", "goes with a point only", PLACES);
        }
        return switch (ways.getFirst()) {
            case "candidate" -> new PlaceChange.Listed(place.whole("candidate", 1, 1_000), place.text("place", 300));
            case "place" -> new PlaceChange.Known(place.requireText("place", List.of("an id such as gn:691877")));
            case "point" ->
                new PlaceChange.Pin(
                        point(place), place.has("uncertainty_m") ? place.whole("uncertainty_m", 1, 30_000) : null);
            case "area" -> new PlaceChange.Area(area(place));
            default -> {
                if (!place.node().path("none").asBoolean(false)) {
                    throw place.refused("none", "is not true", List.of("true"));
                }
                yield new PlaceChange.Nowhere();
            }
        };
    }

    private static LonLat point(BodyFields place) {
        JsonNode pair = place.node().path("point");
        List<String> allowed = List.of("[longitude from -180 to 180, latitude from -90 to 90]");
        if (!pair.isArray()
                || pair.size() != 2
                || !pair.path(0).isNumber()
                || !pair.path(1).isNumber()) {
            throw place.refused("point", "is " + BodyFields.shorten(pair.toString()), allowed);
        }
        try {
            return new LonLat(pair.path(0).asDouble(), pair.path(1).asDouble());
        } catch (IllegalArgumentException outside) {
            throw place.refused("point", "is " + pair + ", which lies outside the Earth", allowed);
        }
    }

    private static Geometry area(BodyFields place) {
        List<String> allowed = List.of("a GeoJSON Polygon, MultiPolygon, LineString or MultiLineString with at most "
                + MOST_POSITIONS + " positions");
        Geometry geometry;
        try {
            geometry = GeoJson.read(place.node().path("area"));
        } catch (IllegalArgumentException broken) {
            throw place.refused("area", "cannot be read: " + broken.getMessage(), allowed);
        }
        if (geometry == null || geometry.isEmpty() || geometry.getDimension() == 0) {
            throw place.refused("area", "is no area and no line", allowed);
        }
        if (geometry.getNumPoints() > MOST_POSITIONS) {
            throw place.refused("area", "has " + geometry.getNumPoints() + " positions", allowed);
        }
        boolean flat = geometry.getDimension() == 2 ? geometry.getArea() == 0 : geometry.getLength() == 0;
        if (flat || !geometry.isValid()) {
            throw place.refused("area", "crosses itself or has no extent", allowed);
        }
        return geometry;
    }
}
