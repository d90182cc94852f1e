package org.clashmap.api;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clashmap.api.document.PlaceDetailJson;
import org.clashmap.api.document.PlaceJson;
import org.clashmap.api.document.PlaceSearch;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Hierarchy;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.SearchQuery;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import tools.jackson.databind.json.JsonMapper;

/** The gazetteer as a collection: by name, around a position, in a box, or one place with all that is known of it. */
final class PlaceItems {
    static final String PATH = "/api/collections/places/items";
    private static final int MOST_PASSED_OVER = 1_000_000;
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.query(
                    "q",
                    "A name in any alphabet, or its beginning; slips are forgiven. A unit may follow: Tarasivka, Donetsk.",
                    Parameter.text(),
                    "Kharkiv"),
            Parameter.query(
                    "near",
                    "lon,lat: places near it first; without q, the populated places within 50 km of it.",
                    Parameter.numbers(2, 2),
                    "36.25,49.98"),
            Parameter.query(
                    "in",
                    "Only places of a country or unit: its id, its code (UA, UA-14) or its name in any language. Alone: all that it holds, units first.",
                    Parameter.text(),
                    "UA"),
            Parameter.query(
                    "bbox",
                    "west,south,east,north: only places in this box; without q, the largest populated places in it.",
                    Parameter.numbers(4, 6),
                    "36,47,39,50"),
            Parameter.query("limit", "How many places at most.", Parameter.integer(1, 100, 10), "5"),
            Parameter.query(
                    "offset",
                    "With in alone: how many places to pass over.",
                    Parameter.integer(0, MOST_PASSED_OVER, 0),
                    "0"),
            FeatureCrs.CRS84_ONLY,
            FeatureCrs.BOX_CRS84_ONLY,
            Formats.F);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Gazetteer gazetteer;
    private final InstantSource clock;
    private final PlaceJson places;
    private final PlaceDetailJson details;
    private final PlacePages pages;

    PlaceItems(Gazetteer gazetteer, InstantSource clock) {
        this.clock = clock;
        this.gazetteer = gazetteer;
        this.places = new PlaceJson(gazetteer);
        this.details = new PlaceDetailJson(gazetteer);
        this.pages = new PlacePages(gazetteer);
    }

    void write(Context ctx, RequestParameters parameters) {
        boolean search = Stream.of("q", "near", "bbox")
                .anyMatch(name ->
                        parameters.find(name).filter(value -> !value.isBlank()).isPresent());
        if (!search && parameters.find("in").isPresent()) {
            writeContents(ctx, parameters);
            return;
        }
        int offset = parameters.integer("offset", 0, MOST_PASSED_OVER, 0);
        if (offset > 0) {
            throw ProblemException.badParameter("offset", Integer.toString(offset), "only together with in alone");
        }
        PlaceSearch request = request(parameters);
        Map<String, Object> collection = new LinkedHashMap<>();
        if (request.query().text().isBlank()) {
            request.query().near().ifPresent(position -> collection.put("containers", details.containers(position)));
        }
        write(ctx, parameters, collection, request.run(gazetteer), pageLinks(ctx, parameters));
    }

    /** All that a unit holds, page by page. */
    private void writeContents(Context ctx, RequestParameters parameters) {
        String unit = parameters
                .parse("in", value -> PlaceSearch.unitId(gazetteer, value))
                .orElseThrow();
        int limit = parameters.integer("limit", 1, 100, 10);
        int offset = parameters.integer("offset", 0, MOST_PASSED_OVER, 0);
        Hierarchy.Page page = gazetteer.hierarchy().contains(unit, offset, limit);
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("numberMatched", page.total());
        List<Map<String, Object>> links = pageLinks(ctx, parameters);
        if (offset + limit < page.total()) {
            String next = Links.withParameter(PATH, parameters.all(), "offset", Integer.toString(offset + limit));
            links.add(Links.of(ctx).link("next", next, EventItems.GEOJSON, "The next page"));
        }
        List<PlaceSearch.Found> found = page.places().stream()
                .map(place -> new PlaceSearch.Found(place, null, null))
                .toList();
        write(ctx, parameters, collection, found, links);
    }

    private static List<Map<String, Object>> pageLinks(Context ctx, RequestParameters parameters) {
        Links links = Links.of(ctx);
        Map<String, String> given = parameters.all();
        List<Map<String, Object>> list = new ArrayList<>();
        list.add(links.link("self", Links.withParameters(PATH, given), EventItems.GEOJSON, "This page"));
        list.add(links.link(
                "alternate", Links.withParameter(PATH, given, "f", "html"), "text/html", "This page, to read"));
        list.add(links.link("collection", "/api/collections/places", "application/json", "The collection of places"));
        return list;
    }

    private void write(
            Context ctx,
            RequestParameters parameters,
            Map<String, Object> members,
            List<PlaceSearch.Found> found,
            List<Map<String, Object>> links) {
        if (Formats.wantsHtml(ctx, parameters)) {
            members.put("links", links);
            Pages.write(ctx, parameters, "Places", pages.list(Links.of(ctx), found, members));
            return;
        }
        List<Map<String, Object>> features = found.stream().map(places::feature).toList();
        ctx.header("Vary", "Accept, Accept-Encoding, Authorization");
        FeatureCrs.CRS84.tell(ctx);
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put(
                "timeStamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        collection.putAll(members);
        collection.put("numberReturned", features.size());
        collection.put("links", links);
        collection.put("features", features);
        ctx.contentType(EventItems.GEOJSON).result(JSON.writeValueAsBytes(collection));
    }

    void writeOne(Context ctx, RequestParameters parameters) {
        String id = ctx.pathParam("id");
        Place place = gazetteer
                .find(id)
                .orElseThrow(() -> ProblemException.of(
                                404, "There is no place \"" + id + "\" here. Search with " + PATH + "?q=NAME.")
                        .with("id", id));
        Map<String, Object> feature = details.feature(place);
        Links links = Links.of(ctx);
        String contents = Links.withParameters(PATH, Map.of("in", id));
        feature.put(
                "links",
                List.of(
                        links.link("self", PATH + "/" + Links.encode(id), EventItems.GEOJSON, "This place"),
                        links.link(
                                "alternate",
                                PATH + "/" + Links.encode(id) + "?f=html",
                                "text/html",
                                "This place, to read"),
                        links.link("items", contents, EventItems.GEOJSON, "What it holds"),
                        links.link(
                                "collection",
                                "/api/collections/places",
                                "application/json",
                                "The collection of places")));
        if (Formats.wantsHtml(ctx, parameters)) {
            Pages.write(ctx, parameters, place.name(), pages.place(place, feature));
            return;
        }
        ctx.header("Vary", "Accept, Accept-Encoding, Authorization");
        FeatureCrs.CRS84.tell(ctx);
        ctx.contentType(EventItems.GEOJSON).result(JSON.writeValueAsBytes(feature));
    }

    /** Without any condition the largest populated places of the world. */
    private PlaceSearch request(RequestParameters parameters) {
        String name = parameters.find("q").orElse("");
        Optional<LonLat> near = parameters.parse("near", position -> PlaceSearch.position(position, false));
        Optional<BoundingBox> box = parameters.parse("bbox", BoundingBox::parse);
        if (name.isBlank() && near.isEmpty() && box.isEmpty()) {
            box = Optional.of(BoundingBox.WORLD);
        }
        return new PlaceSearch(new SearchQuery(
                name,
                parameters.parse("in", unit -> PlaceSearch.unitId(gazetteer, unit)),
                near,
                box,
                parameters.integer("limit", 1, 100, 10)));
    }
}
