package org.clashmap.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.merge.Merges;
import org.clashmap.map.Audience;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.Page;
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
        EventQuery query = request.query();
        Page page = holdings.index()
                .view()
                .page(
                        IndexFilter.of(query),
                        Audience.PUBLIC,
                        new Page.Slice(request.after(), query.offset(), query.limit()));
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(head)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty(
                    "timeStamp",
                    holdings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberProperty("numberMatched", page.matched());
            json.writeNumberProperty("numberReturned", page.size());
            json.writePOJOProperty("links", pageLinks(Links.of(ctx), request, page));
            json.writeArrayPropertyStart("features");
            json.writeEndArray();
            json.writeEndObject();
        }
        // The features stand ready as bytes, between the two brackets.
        OutputStream out = ctx.outputStream();
        out.write(head.toByteArray(), 0, head.size() - 2);
        page.writeDocuments(out);
        out.write(head.toByteArray(), head.size() - 2, 2);
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

    /**
     * A link to the next page only when it holds something, so that pages never overlap and never are empty. It names the
     * event that the page begins behind, so that events that come and go meanwhile shift nothing.
     */
    private static List<Map<String, Object>> pageLinks(Links links, ItemsRequest request, Page page) {
        int offset = request.query().offset();
        List<Map<String, Object>> list = new ArrayList<>();
        list.add(links.link("self", Links.withParameters(PATH, request.given()), GEOJSON, "This page"));
        list.add(links.link(
                "collection",
                "/api/collections/events",
                "application/json",
                "The collection these events are part of"));
        page.next().ifPresent(next -> {
            Map<String, String> parameters = new LinkedHashMap<>(request.given());
            parameters.remove("offset");
            parameters.put("after", next.text());
            list.add(links.link("next", Links.withParameters(PATH, parameters), GEOJSON, "The next page"));
        });
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
