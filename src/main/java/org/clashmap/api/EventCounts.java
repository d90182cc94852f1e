package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clashmap.map.Facet;
import org.clashmap.map.Histogram;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.IndexView;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Counts of the events that match, by day or longer, and by their properties. */
final class EventCounts {
    static final String PATH = "/api/collections/events/histogram";

    private static final int MOST_BUCKETS = 100_000;
    private static final String ALLOWED =
            Stream.of(Facet.values()).map(Facet::wire).collect(Collectors.joining(", "));

    static final List<Parameter> PARAMETERS = FilterParameters.with(
            Parameter.requiredQuery(
                    "by",
                    "What to count by, one or several of " + ALLOWED + ". Of several, each is counted under the"
                            + " conditions on the others. An event of several actors or publishers counts for each.",
                    Parameter.text(),
                    "month"),
            Parameter.query(
                    "buckets",
                    "How many buckets of a property, the largest first; times are always complete.",
                    Parameter.integer(1, MOST_BUCKETS, 1000),
                    "20"),
            Parameter.query("f", "The format.", Parameter.oneOf("json"), "json"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Holdings holdings;
    private final EntityTags tags;

    EventCounts(Holdings holdings, EntityTags tags) {
        this.holdings = holdings;
        this.tags = tags;
    }

    void write(Context ctx, RequestParameters parameters) throws IOException {
        Formats.requireJson(parameters);
        Set<Facet> facets = parameters
                .parse("by", EventCounts::facets)
                .orElseThrow(() -> ProblemException.badParameter("by", "", "one or several of " + ALLOWED));
        IndexFilter filter = FilterParameters.read(parameters);
        int most = parameters.integer("buckets", 1, MOST_BUCKETS, 1000);
        ctx.contentType("application/json");
        if (tags.isCurrent(ctx)) {
            return;
        }
        IndexView view = holdings.index().view();
        try (JsonGenerator json = JSON.createGenerator(ctx.outputStream())) {
            json.writeStartObject();
            json.writeNumberProperty("data_version", view.dataVersion());
            json.writeNumberProperty("matched", view.count(filter, Access.audienceOf(ctx)));
            if (facets.size() == 1) {
                Facet facet = facets.iterator().next();
                json.writeStringProperty("by", facet.wire());
                writeBuckets(json, "buckets", facet, view.histogram(filter, Access.audienceOf(ctx), facet), most);
            } else {
                Map<Facet, List<Histogram.Bucket>> counts = view.facets(filter, Access.audienceOf(ctx), facets);
                json.writeObjectPropertyStart("facets");
                counts.forEach((facet, buckets) -> writeBuckets(json, facet.wire(), facet, buckets, most));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    private static void writeBuckets(
            JsonGenerator json, String name, Facet facet, List<Histogram.Bucket> buckets, int most) {
        json.writeArrayPropertyStart(name);
        buckets.stream().limit(facet.isTime() ? buckets.size() : most).forEach(bucket -> {
            json.writeStartObject();
            if (bucket.value().isEmpty()) {
                json.writeNullProperty("value");
            } else {
                json.writeStringProperty("value", bucket.value());
            }
            json.writeNumberProperty("count", bucket.count());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static Set<Facet> facets(String text) {
        EnumSet<Facet> facets = EnumSet.noneOf(Facet.class);
        for (String name : text.split(",", -1)) {
            facets.add(Facet.find(name.strip())
                    .orElseThrow(() -> new IllegalArgumentException("one or several of " + ALLOWED)));
        }
        return Collections.unmodifiableSet(facets);
    }
}
