package org.clashmap.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.api.document.PlaceDetailJson;
import org.clashmap.api.document.PlaceJson;
import org.clashmap.api.document.PlaceSearch;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.SearchQuery;
import org.clashmap.geo.BoundingBox;
import tools.jackson.databind.json.JsonMapper;

/** The gazetteer as a collection: by name, around a position, in a box, or one place with all that is known of it. */
final class PlaceItems {
    static final String PATH = "/api/collections/places/items";
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
                    "Only places of a country or unit: its id, its code (UA, UA-14) or its name in any language.",
                    Parameter.text(),
                    "UA"),
            Parameter.query(
                    "bbox",
                    "west,south,east,north: only places in this box; without q, the largest populated places in it.",
                    Parameter.numbers(4, 6),
                    "36,47,39,50"),
            Parameter.query("limit", "How many places at most.", Parameter.integer(1, 100, 10), "5"),
            Parameter.query("f", "The format.", Parameter.oneOf("json"), "json"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Gazetteer gazetteer;
    private final PlaceJson places;
    private final PlaceDetailJson details;

    PlaceItems(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = new PlaceJson(gazetteer);
        this.details = new PlaceDetailJson(gazetteer);
    }

    void write(Context ctx, RequestParameters parameters) {
        PlaceSearch search = request(parameters);
        List<Map<String, Object>> features =
                search.run(gazetteer).stream().map(places::feature).toList();
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("numberReturned", features.size());
        if (search.query().text().isBlank()) {
            search.query().near().ifPresent(position -> collection.put("containers", details.containers(position)));
        }
        collection.put(
                "links",
                List.of(Links.of(ctx)
                        .link("self", Links.withParameters(PATH, parameters.all()), EventItems.GEOJSON, "This page")));
        collection.put("features", features);
        ctx.contentType(EventItems.GEOJSON).result(JSON.writeValueAsBytes(collection));
    }

    void writeOne(Context ctx, RequestParameters parameters) {
        Formats.requireJson(parameters);
        String id = ctx.pathParam("id");
        Place place = gazetteer
                .find(id)
                .orElseThrow(() -> ProblemException.of(
                                404, "There is no place \"" + id + "\" here. Search with " + PATH + "?q=NAME.")
                        .with("id", id));
        Map<String, Object> feature = details.feature(place);
        Links links = Links.of(ctx);
        feature.put(
                "links",
                List.of(
                        links.link("self", PATH + "/" + Links.encode(id), EventItems.GEOJSON, "This place"),
                        links.link(
                                "collection",
                                "/api/collections/places",
                                "application/json",
                                "The collection of places")));
        ctx.contentType(EventItems.GEOJSON).result(JSON.writeValueAsBytes(feature));
    }

    private PlaceSearch request(RequestParameters parameters) {
        Formats.requireJson(parameters);
        if (parameters.find("q").filter(name -> !name.isBlank()).isEmpty()
                && parameters.find("near").isEmpty()
                && parameters.find("bbox").isEmpty()) {
            throw ProblemException.of(
                            400,
                            "Say which places: q=NAME for a name, near=lon,lat for the places around a position, or"
                                    + " bbox=west,south,east,north for those in a box.")
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
