package org.clashmap.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.merge.Merges;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events as an OGC API Features collection: pages of GeoJSON, written as a stream, and single features. */
final class EventItems {
    static final String PATH = "/api/collections/events/items";
    static final String GEOJSON = "application/geo+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Holdings holdings;
    private final EntityTags tags;

    EventItems(Holdings holdings, EntityTags tags) {
        this.holdings = holdings;
        this.tags = tags;
    }

    void writePage(Context ctx, RequestParameters parameters) throws IOException {
        ItemsRequest request = ItemsRequest.from(parameters);
        ctx.contentType(GEOJSON);
        if (tags.isCurrent(ctx)) {
            return;
        }
        long matched = holdings.store().count(request.query());
        List<Event> events = holdings.store().list(request.query());
        try (JsonGenerator json = JSON.createGenerator(ctx.outputStream())) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty(
                    "timeStamp",
                    holdings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberProperty("numberMatched", matched);
            json.writeNumberProperty("numberReturned", events.size());
            json.writePOJOProperty("links", pageLinks(Links.of(ctx), request, matched));
            json.writeArrayPropertyStart("features");
            for (Event event : events) {
                EventJson.write(json, event);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    void writeOne(Context ctx, RequestParameters parameters) {
        Formats.requireJson(parameters);
        String id = ctx.pathParam("id");
        Event event = holdings.store()
                .find(id)
                .orElseThrow(() -> ProblemException.of(404, "There is no event \"" + id + "\" here.")
                        .with("id", id));
        Optional<String> mergedInto =
                Merges.findCurrent(holdings.store(), id).map(Event::id).filter(current -> !current.equals(id));
        if (mergedInto.isPresent()) {
            // Merging can be undone, so the old id leads on only for now.
            ctx.redirect(PATH + "/" + Links.encode(mergedInto.get()), HttpStatus.TEMPORARY_REDIRECT);
            return;
        }
        byte[] body = document(event, Links.of(ctx));
        ctx.contentType(GEOJSON);
        if (!tags.isCurrent(ctx, EntityTags.ofVersion(event.version(), body))) {
            ctx.result(body);
        }
    }

    /** The feature of one event as it is served, with its links. */
    static byte[] document(Event event, Links links) {
        ObjectNode feature = (ObjectNode) JSON.readTree(EventJson.toJson(event));
        feature.putPOJO(
                "links",
                List.of(
                        links.link("self", PATH + "/" + Links.encode(event.id()), GEOJSON, "This event"),
                        links.link(
                                "collection",
                                "/api/collections/events",
                                "application/json",
                                "The collection of events")));
        return JSON.writeValueAsString(feature).getBytes(StandardCharsets.UTF_8);
    }

    /** A link to the next page only when it holds something, so that pages never overlap and never are empty. */
    private static List<Map<String, Object>> pageLinks(Links links, ItemsRequest request, long matched) {
        int limit = request.query().limit();
        int offset = request.query().offset();
        List<Map<String, Object>> list = new ArrayList<>();
        list.add(links.link("self", Links.withParameters(PATH, request.given()), GEOJSON, "This page"));
        list.add(links.link(
                "collection",
                "/api/collections/events",
                "application/json",
                "The collection these events are part of"));
        long next = (long) offset + limit;
        if (next < matched && next <= Integer.MAX_VALUE) {
            String path = Links.withParameter(PATH, request.given(), "offset", Long.toString(next));
            list.add(links.link("next", path, GEOJSON, "The next page"));
        }
        if (offset > 0) {
            list.add(links.link("prev", previousPath(request), GEOJSON, "The page before"));
        }
        return list;
    }

    /** The page that ends where this one begins: shorter than the others when it would otherwise overlap. */
    private static String previousPath(ItemsRequest request) {
        int offset = request.query().offset();
        int length = Math.min(request.query().limit(), offset);
        Map<String, String> parameters = new LinkedHashMap<>(request.given());
        parameters.put("limit", Integer.toString(length));
        parameters.put("offset", Integer.toString(offset - length));
        return Links.withParameters(PATH, parameters);
    }
}
