package org.clashmap.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clashmap.api.document.PlaceDetailJson;
import org.clashmap.api.document.PlaceJson;
import org.clashmap.api.document.PlaceSearch;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Hierarchy;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.SearchQuery;
import org.clashmap.geo.BoundingBox;
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
            Formats.F);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Gazetteer gazetteer;
    private final PlaceJson places;
    private final PlaceDetailJson details;
    private final PlacePages pages;

    PlaceItems(Gazetteer gazetteer) {
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
        PlaceSearch request = request(parameters, search);
        Map<String, Object> collection = new LinkedHashMap<>();
        if (request.query().text().isBlank()) {
            request.query().near().ifPresent(position -> collection.put("containers", details.containers(position)));
        }
        write(ctx, parameters, collection, request.run(gazetteer), List.of(self(ctx, parameters)));
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
        List<Map<String, Object>> links = new ArrayList<>();
        links.add(self(ctx, parameters));
        if (offset + limit < page.total()) {
            String next = Links.withParameter(PATH, parameters.all(), "offset", Integer.toString(offset + limit));
            links.add(Links.of(ctx).link("next", next, EventItems.GEOJSON, "The next page"));
        }
        List<PlaceSearch.Found> found = page.places().stream()
                .map(place -> new PlaceSearch.Found(place, null, null))
                .toList();
        write(ctx, parameters, collection, found, links);
    }

    private static Map<String, Object> self(Context ctx, RequestParameters parameters) {
        return Links.of(ctx)
                .link("self", Links.withParameters(PATH, parameters.all()), EventItems.GEOJSON, "This page");
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
        ctx.header("Vary", "Accept, Accept-Encoding");
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
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
        ctx.header("Vary", "Accept, Accept-Encoding");
        ctx.contentType(EventItems.GEOJSON).result(JSON.writeValueAsBytes(feature));
    }

    private PlaceSearch request(RequestParameters parameters, boolean search) {
        if (!search) {
            throw ProblemException.of(
                            400,
                            "Say which places: q=NAME for a name, near=lon,lat for the places around a position,"
                                    + " bbox=west,south,east,north for those in a box, or in=UNIT for what it holds.")
                    .with("parameter", "q");
        }
        return new PlaceSearch(new SearchQuery(
                parameters.find("q").orElse(""),
                parameters.parse("in", unit -> PlaceSearch.unitId(gazetteer, unit)),
                parameters.parse("near", position -> PlaceSearch.position(position, false)),
                parameters.parse("bbox", BoundingBox::parse),
                parameters.integer("limit", 1, 100, 10)));
    }
}
