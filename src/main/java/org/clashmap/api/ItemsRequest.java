package org.clashmap.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.event.EventQuery;
import org.clashmap.event.MapTier;
import org.clashmap.geo.BoundingBox;
import org.clashmap.map.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of events, parsed.
 *
 * @param after the place that the page begins behind, or null for the first page
 * @param given the parameters as they were given, for links that must keep them
 */
record ItemsRequest(EventQuery query, @Nullable Cursor after, Map<String, String> given) {
    static final int DEFAULT_LIMIT = 100;
    static final int LARGEST_LIMIT = 10_000;

    static final Parameter AFTER = Parameter.query(
            "after",
            "Where the page begins, as the link \"next\" of the page before says; events that come and go do not move it.",
            Parameter.text(),
            "MjAyNS0wNC0wOC9ldi0x");

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.query(
                    "bbox",
                    "Events whose place meets a box: west,south,east,north in degrees, or with heights"
                            + " west,south,low,east,north,high. A box with west greater than east crosses the date line.",
                    Parameter.numbers(4, 6),
                    "22,44,41,53"),
            Parameter.query(
                    "datetime",
                    "Events whose days overlap an instant or an interval; .. stands for an open side.",
                    Parameter.text(),
                    "2025-04-01/.."),
            Parameter.query(
                    "map_tier",
                    "Comma-separated tiers: 1 the default map, 2 shown on request, 3 time line only.",
                    Members.of("type", "string", "default", "1"),
                    "1,2,3"),
            Parameter.query(
                    "limit",
                    "How many events a page may hold.",
                    Parameter.integer(1, LARGEST_LIMIT, DEFAULT_LIMIT),
                    "100"),
            AFTER,
            Parameter.query(
                    "offset",
                    "How many matching events to pass over; follow the link \"next\" instead of counting.",
                    Parameter.integer(0, Integer.MAX_VALUE, 0),
                    "0"),
            Parameter.query("f", "The format.", Parameter.oneOf("json"), "json"));

    static ItemsRequest from(RequestParameters parameters) {
        Formats.requireJson(parameters);
        return new ItemsRequest(
                query(parameters)
                        .page(
                                parameters.integer("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT),
                                parameters.integer("offset", 0, Integer.MAX_VALUE, 0)),
                parameters.parse("after", Cursor::parse).orElse(null),
                parameters.all());
    }

    /** What bbox, datetime and map_tier select. */
    static EventQuery query(RequestParameters parameters) {
        EventQuery query = new EventQuery(
                parameters.parse("bbox", BoundingBox::parse).orElse(null),
                null,
                null,
                parameters.parse("map_tier", ItemsRequest::tiers).orElse(Set.of(MapTier.DEFAULT_MAP)),
                Integer.MAX_VALUE,
                0);
        DayRange days = parameters.parse("datetime", DayRange::parse).orElse(null);
        return days == null ? query : query.during(days.from(), days.to());
    }

    static Set<MapTier> tiers(String value) {
        Set<MapTier> tiers = EnumSet.noneOf(MapTier.class);
        for (String part : value.split(",", -1)) {
            try {
                tiers.add(MapTier.of(Integer.parseInt(part.strip())));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("a comma-separated list of 1, 2 and 3", notANumber);
            }
        }
        return tiers;
    }
}
