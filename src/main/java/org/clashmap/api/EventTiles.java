package org.clashmap.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.TileAddress;
import org.clashmap.map.TileStyle;

/** The events as vector tiles (OGC API Tiles, Part 1), with what clients ask before: tilesets, TileJSON, a style. */
final class EventTiles {
    static final String PATH = "/api/collections/events/tiles";
    static final String TILESET = PATH + "/" + TileMatrixSets.ID;
    static final String TILE = TILESET + "/{z}/{row}/{col}";
    static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    private static final String JSON = "application/json";

    private static final List<Parameter> DRAWING = List.of(
            Parameter.query(
                    "points_max",
                    "Up to so many events in a tile are points; of more, the tile holds counts by cells of a grid.",
                    Parameter.integer(0, TileStyle.LARGEST_MOST_POINTS, TileStyle.USUAL.mostPoints()),
                    "2000"),
            Parameter.query(
                    "cells",
                    "Cells of that grid along a side: 8, 16, 32 or 64.",
                    Members.of("type", "integer", "enum", List.of(8, 16, 32, 64)),
                    "16"));

    static final List<Parameter> SELECTING = FilterParameters.with(DRAWING.toArray(Parameter[]::new));

    static final List<Parameter> PARAMETERS = FilterParameters.with(
            Parameter.path("z", "Level, from 0 to " + TileAddress.LAST_LEVEL + "."),
            Parameter.path("row", "Row, from the north."),
            Parameter.path("col", "Column, from the west."),
            DRAWING.get(0),
            DRAWING.get(1));

    private final Holdings holdings;
    private final EntityTags tags;

    EventTiles(Holdings holdings, EntityTags tags) {
        this.holdings = holdings;
        this.tags = tags;
    }

    /** One tile; 204 when nothing is in it, 404 when the matrix has no such tile. */
    void writeTile(Context ctx, RequestParameters parameters) {
        TileAddress tile = address(ctx);
        IndexFilter filter = FilterParameters.read(parameters);
        TileStyle style = style(parameters);
        if (tags.isCurrent(ctx)) {
            return;
        }
        byte[] bytes = holdings.index().view().tile(filter, Access.audienceOf(ctx), tile, style);
        if (bytes.length == 0) {
            ctx.status(204);
            return;
        }
        ctx.contentType(MEDIA_TYPE).result(bytes);
    }

    private static TileAddress address(Context ctx) {
        try {
            return new TileAddress(number(ctx, "z"), number(ctx, "row"), number(ctx, "col"));
        } catch (IllegalArgumentException none) {
            throw ProblemException.of(404, "There is no such tile: " + none.getMessage() + ".");
        }
    }

    private static int number(Context ctx, String name) {
        String text = ctx.pathParam(name);
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " \"" + text + "\" is not a whole number");
        }
        return Integer.parseInt(text);
    }

    private static TileStyle style(RequestParameters parameters) {
        int cells = parameters.integer("cells", 8, 64, TileStyle.USUAL.cells());
        if (Integer.bitCount(cells) != 1) {
            throw ProblemException.badParameter("cells", Integer.toString(cells), "8, 16, 32 or 64");
        }
        int points = parameters.integer("points_max", 0, TileStyle.LARGEST_MOST_POINTS, TileStyle.USUAL.mostPoints());
        return new TileStyle(points, cells);
    }

    void writeTilesets(Context ctx, RequestParameters parameters) {
        Links links = Links.of(ctx);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("links", List.of(links.link("self", PATH, JSON, "This page")));
        page.put("tilesets", List.of(tileset(links)));
        Pages.write(ctx, parameters, "Tilesets of the events", page);
    }

    void writeTileset(Context ctx, RequestParameters parameters) {
        Map<String, Object> page = tileset(Links.of(ctx));
        page.put("layers", layers());
        Pages.write(ctx, parameters, "Events in Web Mercator tiles", page);
    }

    private static Map<String, Object> tileset(Links links) {
        Map<String, Object> tileset = new LinkedHashMap<>();
        tileset.put("title", "Events");
        tileset.put("dataType", "vector");
        tileset.put("crs", TileMatrixSets.CRS);
        tileset.put("tileMatrixSetURI", TileMatrixSets.URI);
        Map<String, Object> template = links.link(
                "item",
                TILESET + "/{tileMatrix}/{tileRow}/{tileCol}",
                MEDIA_TYPE,
                "A tile; the parameters of items select events here too");
        template.put("templated", true);
        tileset.put(
                "links",
                List.of(
                        links.link("self", TILESET, JSON, "The tileset"),
                        links.link(
                                "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
                                TileMatrixSets.PATH + "/" + TileMatrixSets.ID,
                                JSON,
                                "How the tiles are cut"),
                        template,
                        links.link("describedby", TILESET + "/tilejson", JSON, "TileJSON"),
                        links.link("style", TILESET + "/style", JSON, "A style for MapLibre and QGIS")));
        return tileset;
    }

    private static List<Map<String, Object>> layers() {
        List<Map<String, Object>> layers = new ArrayList<>();
        for (String layer : List.of("events", "clusters", "regions")) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("id", layer);
            described.put("dataType", "vector");
            described.put("geometryDimension", 0);
            layers.add(described);
        }
        return layers;
    }

    /** TileJSON 3.0; the filter of the request is in the addresses of its tiles. */
    void writeTileJson(Context ctx, RequestParameters parameters) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tilejson", "3.0.0");
        document.put("name", "Clashmap events");
        document.put("scheme", "xyz");
        document.put("tiles", List.of(template(ctx, parameters)));
        document.put("minzoom", 0);
        document.put("maxzoom", 14);
        document.put("bounds", List.of(-180, -85.051129, 180, 85.051129));
        document.put("attribution", "Clashmap; see each event for its sources and their licences");
        document.put("data_version", holdings.index().view().dataVersion());
        Map<String, Object> text = Members.of(
                "id",
                "String",
                "sub_event_type",
                "String",
                "event_type",
                "String",
                "precision",
                "String",
                "review_status",
                "String",
                "day",
                "String",
                "uncertainty_m",
                "Number");
        document.put(
                "vector_layers",
                List.of(
                        Members.of("id", "events", "fields", text),
                        Members.of("id", "clusters", "fields", Members.of("count", "Number", "count_here", "Number")),
                        Members.of("id", "regions", "fields", Members.of("count", "Number", "area", "String"))));
        FilterParameters.read(parameters);
        ctx.json(document);
    }

    /** With the row before the column, as OGC tiles have it; {y} is the row. */
    private static String template(Context ctx, RequestParameters parameters) {
        String path = Links.withParameters(TILESET + "/ROWS", parameters.all());
        String address =
                String.valueOf(Links.of(ctx).link("item", path, MEDIA_TYPE, "").get("href"));
        return address.replace("/ROWS", "/{z}/{y}/{x}");
    }

    /** A plain style: discs for events, larger ones for counts, rings for areas. */
    void writeStyle(Context ctx, RequestParameters parameters) {
        FilterParameters.read(parameters);
        String tileJson = String.valueOf(Links.of(ctx)
                .link("describedby", Links.withParameters(TILESET + "/tilejson", parameters.all()), JSON, "")
                .get("href"));
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("version", 8);
        style.put("name", "Clashmap events");
        style.put("sources", Members.of("clashmap", Members.of("type", "vector", "url", tileJson)));
        style.put(
                "layers",
                List.of(
                        circles(
                                "regions",
                                Members.of(
                                        "circle-radius",
                                        9,
                                        "circle-color",
                                        "rgba(0,0,0,0)",
                                        "circle-stroke-color",
                                        "#5b4a8a",
                                        "circle-stroke-width",
                                        2)),
                        circles(
                                "clusters",
                                Members.of(
                                        "circle-radius",
                                        List.of(
                                                "interpolate",
                                                List.of("linear"),
                                                List.of("log10", List.of("get", "count")),
                                                0,
                                                4,
                                                5,
                                                22),
                                        "circle-color",
                                        "#b3261e",
                                        "circle-opacity",
                                        0.75)),
                        circles(
                                "events",
                                Members.of(
                                        "circle-radius",
                                        4,
                                        "circle-color",
                                        "#b3261e",
                                        "circle-stroke-color",
                                        "#ffffff",
                                        "circle-stroke-width",
                                        1))));
        ctx.json(style);
    }

    private static Map<String, Object> circles(String layer, Map<String, Object> paint) {
        return Members.of("id", layer, "type", "circle", "source", "clashmap", "source-layer", layer, "paint", paint);
    }
}
