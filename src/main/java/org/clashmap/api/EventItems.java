package org.clashmap.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.merge.Merges;
import org.clashmap.event.publish.Audience;
import org.clashmap.event.query.EventPage;
import org.clashmap.exchange.outgoing.FlatTable;
import org.clashmap.map.Cursor;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
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
        Formats.Format format = Formats.of(ctx, parameters);
        FeatureCrs crs = FeatureCrs.of(parameters);
        ctx.header("Vary", "Accept, Accept-Encoding, Authorization");
        if (tags.isCurrent(ctx)) {
            return;
        }
        Found page = find(ctx, request);
        switch (format) {
            case JSON -> {
                crs.tell(ctx);
                writeJson(ctx, request, page, crs);
            }
            case HTML ->
                ctx.html(EventPages.list(
                        request.given(), page.matched(), page.nodes(), pageLinks(Links.of(ctx), request, page.next())));
            case CSV -> {
                ctx.contentType("text/csv; charset=utf-8");
                ctx.header("Content-Disposition", "attachment; filename=\"events.csv\"");
                page.next()
                        .forEach((name, value) -> ctx.header(
                                "Link",
                                "<" + Links.withParameter(PATH, request.given(), name, value) + ">; rel=\"next\""));
                Writer writer = new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8);
                FlatTable.write(
                        writer, page.nodes().stream().map(EventJson::read).toList());
            }
        }
    }

    private void writeJson(Context ctx, ItemsRequest request, Found page, FeatureCrs crs) throws IOException {
        ctx.contentType(GEOJSON);
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(head)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty(
                    "timeStamp",
                    holdings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberProperty("numberMatched", page.matched());
            json.writeNumberProperty("numberReturned", page.returned());
            json.writePOJOProperty("links", pageLinks(Links.of(ctx), request, page.next()));
            json.writeArrayPropertyStart("features");
            json.writeEndArray();
            json.writeEndObject();
        }
        Found inCrs = crs.isStored() ? page : page.changed(crs::apply);
        // The features stand ready as bytes, between the two brackets.
        OutputStream out = ctx.outputStream();
        out.write(head.toByteArray(), 0, head.size() - 2);
        inCrs.features().write(out);
        out.write(head.toByteArray(), head.size() - 2, 2);
    }

    /**
     * A page, however it was found.
     *
     * @param next the parameters that say where the next page begins; empty when there is none
     */
    private record Found(long matched, int returned, Map<String, String> next, Features features) {

        List<JsonNode> nodes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write('[');
            try {
                features.write(bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            bytes.write(']');
            return JSON.readTree(bytes.toByteArray()).valueStream().toList();
        }

        Found changed(Consumer<ObjectNode> change) {
            List<JsonNode> nodes = nodes();
            nodes.forEach(node -> change.accept((ObjectNode) node));
            return new Found(matched, returned, next, out -> {
                String comma = "";
                for (JsonNode node : nodes) {
                    out.write((comma + node).getBytes(StandardCharsets.UTF_8));
                    comma = ",";
                }
            });
        }
    }

    /** Writes features with commas between them. */
    @FunctionalInterface
    private interface Features {
        void write(OutputStream out) throws IOException;
    }

    /** From the columns when they tell all that is asked, else by a look at each event. */
    private Found find(Context ctx, ItemsRequest request) {
        if (request.asOf() != null && request.asOf() > holdings.store().dataVersion()) {
            throw ProblemException.badParameter(
                    "as_of",
                    Long.toString(request.asOf()),
                    "a data version up to " + holdings.store().dataVersion() + ", the present one");
        }
        Optional<IndexFilter> columns = request.sortBy().isNatural() && request.asOf() == null
                ? FilterParameters.indexFilter(request.filter())
                : Optional.empty();
        return columns.map(filter -> findInColumns(request, filter, Access.audienceOf(ctx)))
                .orElseGet(() -> findOneByOne(request, Access.audienceOf(ctx)));
    }

    private Found findInColumns(ItemsRequest request, IndexFilter filter, Audience audience) {
        ItemsRequest.Slice slice = request.slice();
        Page page = holdings.index()
                .view()
                .page(filter, audience, new Page.Slice(slice.after(), slice.offset(), slice.limit()));
        Map<String, String> next =
                page.next().map(cursor -> Map.of("after", cursor.text())).orElse(Map.of());
        return new Found(page.matched(), page.size(), next, page::writeDocuments);
    }

    private Found findOneByOne(ItemsRequest request, Audience audience) {
        ItemsRequest.Slice slice = request.slice();
        EventPage page;
        try {
            page = EventPage.of(
                    new ShownEvents(
                            holdings.store(),
                            holdings.guard().publisher(),
                            audience,
                            holdings.clock().instant(),
                            request.asOf()),
                    request.filter(),
                    request.sortBy(),
                    begun(slice.after()),
                    slice.limit(),
                    slice.offset());
        } catch (IllegalArgumentException tooDeep) {
            throw ProblemException.badParameter(
                    "offset", Integer.toString(slice.offset()), String.valueOf(tooDeep.getMessage()));
        }
        Map<String, String> next = Map.of();
        if (page.more() && request.sortBy().isNatural()) {
            Event last = page.events().getLast();
            next = Map.of("after", new Cursor(last.when().day(), last.id()).text());
        } else if (page.more()) {
            next = Map.of("offset", Integer.toString(slice.offset() + slice.limit()));
        }
        return new Found(page.matched(), page.events().size(), next, out -> {
            String comma = "";
            for (Event event : page.events()) {
                out.write((comma + EventJson.toJson(event)).getBytes(StandardCharsets.UTF_8));
                comma = ",";
            }
        });
    }

    /** Whether an event lies behind a place in the order of the store. */
    private static Predicate<Event> begun(@Nullable Cursor after) {
        if (after == null) {
            return event -> true;
        }
        Comparator<LocalDate> newestFirst = Comparator.nullsLast(Comparator.reverseOrder());
        return event -> {
            int byDay = newestFirst.compare(event.when().day(), after.day());
            return byDay > 0 || (byDay == 0 && event.id().compareTo(after.id()) > 0);
        };
    }

    void writeOne(Context ctx, RequestParameters parameters) {
        FeatureCrs crs = FeatureCrs.of(parameters);
        String id = ctx.pathParam("id");
        Event stored = holdings.store().find(id).orElseThrow(() -> ProblemException.noEvent(id));
        Optional<Event> current = Merges.findCurrent(holdings.store(), id);
        if (current.isPresent() && !current.get().id().equals(id)) {
            // Merging can be undone, so the old id leads on only for now; to what a reader may see, or nowhere.
            Event holder = shown(ctx, current.get()).orElseThrow(() -> ProblemException.noEvent(id));
            ctx.redirect(PATH + "/" + Links.encode(holder.id()), HttpStatus.TEMPORARY_REDIRECT);
            return;
        }
        Event event = shown(ctx, stored).orElseThrow(() -> ProblemException.noEvent(id));
        ctx.header("Vary", "Accept, Accept-Encoding, Authorization");
        byte[] body = document(event, Links.of(ctx));
        if (tags.isCurrent(ctx, EntityTags.ofVersion(event.version(), body))) {
            return;
        }
        if (Formats.wantsHtml(ctx, parameters)) {
            ctx.html(EventPages.one(JSON.readTree(body)));
            return;
        }
        crs.tell(ctx);
        ctx.contentType(GEOJSON);
        if (crs.isStored()) {
            ctx.result(body);
        } else {
            ObjectNode feature = (ObjectNode) JSON.readTree(body);
            crs.apply(feature);
            ctx.result(JSON.writeValueAsBytes(feature));
        }
    }

    private Optional<Event> shown(Context ctx, Event event) {
        return holdings.guard()
                .publisher()
                .publish(event, Access.audienceOf(ctx), holdings.clock().instant());
    }

    /** The feature of one event as it is served, with its links. */
    static byte[] document(Event event, Links links) {
        ObjectNode feature = (ObjectNode) JSON.readTree(EventJson.toJson(event));
        feature.putPOJO(
                "links",
                List.of(
                        links.link("self", PATH + "/" + Links.encode(event.id()), GEOJSON, "This event"),
                        links.link(
                                "alternate",
                                PATH + "/" + Links.encode(event.id()) + "?f=html",
                                "text/html",
                                "This event, to read"),
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
    private static List<Map<String, Object>> pageLinks(Links links, ItemsRequest request, Map<String, String> next) {
        int offset = request.slice().offset();
        List<Map<String, Object>> list = new ArrayList<>();
        list.add(links.link("self", Links.withParameters(PATH, request.given()), GEOJSON, "This page"));
        list.add(links.link(
                "alternate",
                Links.withParameter(PATH, request.given(), "f", "html"),
                "text/html",
                "This page, to read"));
        list.add(links.link(
                "alternate",
                Links.withParameter(PATH, request.given(), "f", "csv"),
                "text/csv",
                "This page, as a table"));
        list.add(links.link(
                "collection",
                "/api/collections/events",
                "application/json",
                "The collection these events are part of"));
        if (!next.isEmpty()) {
            Map<String, String> parameters = new LinkedHashMap<>(request.given());
            parameters.remove("offset");
            parameters.putAll(next);
            list.add(links.link("next", Links.withParameters(PATH, parameters), GEOJSON, "The next page"));
        }
        if (offset > 0) {
            list.add(links.link("prev", previousPath(request), GEOJSON, "The page before"));
        }
        return list;
    }

    /** The page that ends where this one begins: shorter than the others when it would otherwise overlap. */
    private static String previousPath(ItemsRequest request) {
        int offset = request.slice().offset();
        int length = Math.min(request.slice().limit(), offset);
        Map<String, String> parameters = new LinkedHashMap<>(request.given());
        parameters.put("limit", Integer.toString(length));
        parameters.put("offset", Integer.toString(offset - length));
        return Links.withParameters(PATH, parameters);
    }
}
