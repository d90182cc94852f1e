package org.clashmap.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clashmap.event.query.EventFilter;
import org.clashmap.event.query.InvalidParameterException;
import org.clashmap.event.query.Queryable;
import org.clashmap.event.query.Value;
import org.clashmap.event.query.ValueType;
import org.clashmap.map.Facet;
import org.clashmap.map.IndexFilter;

/**
 * The common parameters of all that is filtered: items, tiles, counts, downloads, the live stream. What they mean is in
 * {@link EventFilter}; here is what the API document says of them.
 */
final class FilterParameters {
    /** Of resources that take filters of every kind. */
    static final List<Parameter> ALL = all();

    /** Of resources that are answered from columns: those whose properties are facets. */
    static final List<Parameter> OF_COLUMNS = ALL.stream()
            .filter(parameter -> Facet.find(parameter.name()).isPresent()
                    || List.of("bbox", "bbox-crs", "datetime", "map_tier", EventFilter.SOURCES_MIN)
                            .contains(parameter.name()))
            .toList();

    private FilterParameters() {}

    /** The parameters of columns with those of a route. */
    static List<Parameter> with(Parameter... more) {
        return Stream.concat(OF_COLUMNS.stream(), Stream.of(more)).toList();
    }

    /** A filter of the index, from parameters that all of them are its. */
    static IndexFilter read(RequestParameters parameters) {
        return indexFilter(parse(parameters))
                .orElseThrow(() -> new IllegalStateException("a parameter that is no column was let through"));
    }

    /** The same filter for the index, when its columns tell all that is asked. */
    static Optional<IndexFilter> indexFilter(EventFilter filter) {
        if (filter.words().isPresent() || filter.filter().isPresent()) {
            return Optional.empty();
        }
        IndexFilter columns = IndexFilter.of(filter.query(Integer.MAX_VALUE, 0));
        for (Map.Entry<String, List<Value>> property : filter.properties().entrySet()) {
            Optional<Facet> facet = Facet.find(property.getKey());
            if (property.getKey().equals(EventFilter.SOURCES_MIN)) {
                columns = columns.withSources(
                        (int) ((Value.Numeric) property.getValue().getFirst()).number());
            } else if (facet.isPresent()) {
                columns = columns.having(facet.get(), texts(property.getValue()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(columns);
    }

    private static Set<String> texts(List<Value> values) {
        return values.stream().map(value -> ((Value.Text) value).text()).collect(Collectors.toSet());
    }

    static EventFilter parse(RequestParameters parameters) {
        try {
            return EventFilter.parse(parameters.all());
        } catch (InvalidParameterException refused) {
            throw ProblemException.badParameter(refused.name(), refused.value(), String.valueOf(refused.getMessage()));
        }
    }

    private static List<Parameter> all() {
        List<Parameter> list = new ArrayList<>(List.of(
                Parameter.query(
                        "bbox",
                        "Events whose place meets a box: west,south,east,north in degrees, or with heights"
                                + " west,south,low,east,north,high. A box with west greater than east crosses the"
                                + " date line.",
                        Parameter.numbers(4, 6),
                        "22,44,41,53"),
                Parameter.query(
                        "bbox-crs",
                        "The reference system of bbox, whose axis order it then has: CRS84 (the default) or any EPSG"
                                + " number as http://www.opengis.net/def/crs/EPSG/0/3857.",
                        uri(),
                        "http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
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
                        "q",
                        "Words that all occur in title, notes, places, actors or quotes, whatever the case and the"
                                + " accents; commas separate alternatives.",
                        Parameter.text(),
                        "shelling"),
                Parameter.query(
                        "filter",
                        "A condition in CQL2, such as fatalities > 3 AND CASEI(location) LIKE CASEI('kh%').",
                        Parameter.text(),
                        "fatalities >= 0 OR geo_level IN ('exact','street')"),
                Parameter.query(
                        "filter-lang",
                        "How filter is written; by its look when this is not given.",
                        Parameter.oneOf("cql2-text", "cql2-json"),
                        "cql2-text"),
                Parameter.query(
                        "filter-crs",
                        "The reference system of the geometries in filter; CRS84 by default.",
                        uri(),
                        "http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
                Parameter.query(
                        EventFilter.SOURCES_MIN,
                        "Events that at least so many independent sources tell.",
                        Members.of("type", "integer", "minimum", 0),
                        "1")));
        for (String name : EventFilter.propertyParameters()) {
            list.add(property(name, EventFilter.queryable(name)));
        }
        return List.copyOf(list);
    }

    private static Map<String, Object> uri() {
        return Members.of("type", "string", "format", "uri");
    }

    private static Parameter property(String name, Queryable queryable) {
        boolean list = queryable.type() == ValueType.TEXTS;
        String description = queryable.title() + ": " + (list ? "one of them is one of" : "one of")
                + " these values, separated by commas.";
        Map<String, Object> schema = Members.of("type", "array", "minItems", 1, "items", item(queryable));
        return new Parameter(
                name, "query", description, false, schema, queryable.values().isEmpty() ? null : example(queryable));
    }

    private static String example(Queryable queryable) {
        List<String> values = queryable.values().stream().map(String::valueOf).toList();
        return String.join(",", values.subList(0, Math.min(2, values.size())));
    }

    /** The JSON schema of one value. */
    static Map<String, Object> item(Queryable queryable) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (queryable.type()) {
            case TEXT, TEXTS, ARRAY, GEOMETRY -> schema.put("type", "string");
            case NUMBER -> schema.put("type", "number");
            case INTEGER -> schema.put("type", "integer");
            case BOOLEAN -> schema.put("type", "boolean");
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case TIMESTAMP, INTERVAL -> {
                schema.put("type", "string");
                schema.put("format", "date-time");
            }
        }
        if (!queryable.values().isEmpty()) {
            schema.put("enum", queryable.values());
        }
        return schema;
    }
}
