package org.clashmap.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clashmap.event.query.EventFilter;
import org.clashmap.event.query.SortBy;
import org.clashmap.map.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of events, parsed.
 *
 * @param asOf the data version whose state is asked for, or null for the present one
 * @param given the parameters as they were given, for links that must keep them
 */
record ItemsRequest(
        EventFilter filter,
        SortBy sortBy,
        Slice slice,
        @Nullable Long asOf,
        Map<String, String> given) {
    static final int DEFAULT_LIMIT = 100;
    static final int LARGEST_LIMIT = 10_000;

    /**
     * Which slice.
     *
     * @param after the place that the page begins behind, or null for the first page
     * @param offset matches to pass over from there
     */
    record Slice(@Nullable Cursor after, int offset, int limit) {}

    static final Parameter AFTER = Parameter.query(
            "after",
            "Where the page begins, as the link \"next\" of the page before says; events that come and go do not move it.",
            Parameter.text(),
            "MjAyNS0wNC0wOC9ldi0x");

    static final List<Parameter> PARAMETERS = parameters();

    private static List<Parameter> parameters() {
        List<Parameter> list = new ArrayList<>(FilterParameters.ALL);
        list.add(Parameter.query(
                "sortby",
                "Properties to sort by, separated by commas, with - before those to go down by; newest first otherwise.",
                Members.of("type", "array", "minItems", 1, "items", Members.of("type", "string")),
                "-event_date"));
        list.add(Parameter.query(
                "limit",
                "How many events a page may hold.",
                Parameter.integer(1, LARGEST_LIMIT, DEFAULT_LIMIT),
                "100"));
        list.add(AFTER);
        list.add(Parameter.query(
                "offset",
                "How many matching events to pass over; follow the link \"next\" instead of counting.",
                Parameter.integer(0, Integer.MAX_VALUE, 0),
                "0"));
        list.add(Parameter.query(
                "as_of",
                "A data version, as the landing page tells it: the events as they were then. What the publishing rules hold"
                        + " back today stays held back.",
                Parameter.integer(1, Integer.MAX_VALUE, 1),
                "1"));
        list.add(FeatureCrs.PARAMETER);
        list.add(Formats.F_WITH_CSV);
        return List.copyOf(list);
    }

    static ItemsRequest from(RequestParameters parameters) {
        SortBy sortBy = parameters.parse("sortby", SortBy::parse).orElse(SortBy.NEWEST_FIRST);
        Cursor after = parameters.parse("after", Cursor::parse).orElse(null);
        if (after != null && !sortBy.isNatural()) {
            throw ProblemException.badParameter(
                    "after", after.text(), "it goes with the usual order only; use offset beside sortby");
        }
        int version = parameters.integer("as_of", 1, Integer.MAX_VALUE, 0);
        Long asOf = version == 0 ? null : Long.valueOf(version);
        return new ItemsRequest(
                FilterParameters.parse(parameters),
                sortBy,
                new Slice(
                        after,
                        parameters.integer("offset", 0, Integer.MAX_VALUE, 0),
                        parameters.integer("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT)),
                asOf,
                parameters.all());
    }
}
