package org.clashmap.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clashmap.map.Facet;
import org.clashmap.map.IndexFilter;

/** The parameters that select events wherever events are counted, drawn or listed, read into a filter of the index. */
final class FilterParameters {
    private static final int MOST_SOURCES = 1000;

    private static final List<Facet> PROPERTIES =
            Stream.of(Facet.values()).filter(facet -> !facet.isTime()).toList();

    static final List<Parameter> ALL = Stream.of(
                    ItemsRequest.PARAMETERS.stream()
                            .filter(parameter ->
                                    List.of("bbox", "datetime", "map_tier").contains(parameter.name())),
                    PROPERTIES.stream().map(FilterParameters::property),
                    Stream.of(Parameter.query(
                            "sources_min",
                            "Independent sources, at least.",
                            Parameter.integer(0, MOST_SOURCES, 0),
                            "2")))
            .flatMap(parameters -> parameters)
            .toList();

    private FilterParameters() {}

    private static Parameter property(Facet facet) {
        return Parameter.query(
                facet.wire(),
                "Events that have one of these values, separated by commas.",
                Parameter.text(),
                example(facet));
    }

    private static String example(Facet facet) {
        return switch (facet) {
            case EVENT_TYPE -> "Battles,Riots";
            case SUB_EVENT_TYPE -> "Attack";
            case COUNTRY -> "Ukraine";
            case ADMIN1 -> "Donetsk";
            case PRECISION -> "settlement";
            case REVIEW_STATUS -> "published";
            case LANGUAGE -> "uk";
            default -> "Name";
        };
    }

    /** The parameters of the filter with those of a route. */
    static List<Parameter> with(Parameter... more) {
        return Stream.concat(ALL.stream(), Stream.of(more)).toList();
    }

    static IndexFilter read(RequestParameters parameters) {
        IndexFilter filter = IndexFilter.of(ItemsRequest.query(parameters));
        for (Facet facet : PROPERTIES) {
            Set<String> values =
                    parameters.parse(facet.wire(), FilterParameters::values).orElse(Set.of());
            if (!values.isEmpty()) {
                filter = filter.having(facet, values);
            }
        }
        return filter.withSources(parameters.integer("sources_min", 0, MOST_SOURCES, 0));
    }

    private static Set<String> values(String text) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : text.split(",", -1)) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("values separated by commas, none of them empty");
            }
            values.add(value.strip());
        }
        return values;
    }
}
