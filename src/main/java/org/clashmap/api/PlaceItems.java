package org.clashmap.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.api.document.PlaceJson;
import org.clashmap.api.document.PlaceSearch;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.SearchQuery;
import org.clashmap.geo.BoundingBox;
import tools.jackson.databind.json.JsonMapper;

/** The gazetteer as a collection: by name, or around a position. */
final class PlaceItems {
    static final String PATH = "/api/collections/places/items";
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.query("q", "A name in any of the languages, or its beginning.", Parameter.text(), "Kharkiv"),
            Parameter.query(
                    "near",
                    "lon,lat: places near it first; without q, the populated places within 50 km of it.",
                    Parameter.numbers(2, 2),
                    "36.25,49.98"),
            Parameter.query(
                    "in",
                    "Only places of a country or unit: its id, its two-letter code or its name.",
                    Parameter.text(),
                    "UA"),
            Parameter.query("limit", "How many places at most.", Parameter.integer(1, 100, 10), "5"),
            Parameter.query("f", "The format.", Parameter.oneOf("json"), "json"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Gazetteer gazetteer;
    private final PlaceJson places;

    PlaceItems(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = new PlaceJson(gazetteer);
    }

    void write(Context ctx, RequestParameters parameters) {
        List<Map<String, Object>> features =
                request(parameters).run(gazetteer).stream().map(places::feature).toList();
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("numberReturned", features.size());
        collection.put(
                "links",
                List.of(Links.of(ctx)
                        .link("self", Links.withParameters(PATH, parameters.all()), EventItems.GEOJSON, "This page")));
        collection.put("features", features);
        ctx.contentType(EventItems.GEOJSON).result(JSON.writeValueAsBytes(collection));
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
