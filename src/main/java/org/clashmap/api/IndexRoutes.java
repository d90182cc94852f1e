package org.clashmap.api;

import java.util.List;
import org.clashmap.api.Route.Says;
import org.clashmap.map.ColumnTable;

/** The routes that are answered from the map index. */
final class IndexRoutes {
    private static final String JSON = "application/json";
    private static final String TILES = "Tiles";

    private IndexRoutes() {}

    static void add(List<Route> routes, Holdings holdings, EntityTags tags, LiveEvents live) {
        addCounts(routes, holdings, tags);
        addTiles(routes, new EventTiles(holdings, tags));
        addStreams(routes, new EventDownloads(holdings, tags), live);
    }

    private static void addStreams(List<Route> routes, EventDownloads downloads, LiveEvents live) {
        routes.add(Route.get(
                EventDownloads.PATH,
                new Says("downloadEvents", "Events", "All events that match, as a file", EventItems.GEOJSON, "text"),
                EventDownloads.PARAMETERS,
                downloads::write));
        routes.add(Route.get(
                EventDownloads.FEED,
                new Says(
                        "getEventFeed", "Events", "The newest events that match, as Atom", EventDownloads.ATOM, "text"),
                FilterParameters.OF_COLUMNS,
                downloads::writeFeed));
        routes.add(Route.get(
                LiveEvents.PATH,
                new Says(
                        "followEvents", "Events", "What changes, as server-sent events", LiveEvents.MEDIA_TYPE, "text"),
                LiveEvents.PARAMETERS,
                live::write));
    }

    private static void addCounts(List<Route> routes, Holdings holdings, EntityTags tags) {
        routes.add(Route.get(
                EventCounts.PATH,
                new Says("getEventCounts", "Events", "Counts of the events that match", JSON, "object"),
                EventCounts.PARAMETERS,
                new EventCounts(holdings, tags)::write));
        routes.add(Route.get(
                EventRegions.PATH,
                new Says("getEventRegions", "Events", "Counts by country or unit", JSON, "object"),
                EventRegions.PARAMETERS,
                new EventRegions(holdings, tags)::write));
        routes.add(Route.get(
                EventColumns.PATH,
                new Says(
                        "getEventColumns",
                        "Events",
                        "The events that match, as columns of numbers",
                        ColumnTable.MEDIA_TYPE,
                        "text"),
                EventColumns.PARAMETERS,
                new EventColumns(holdings, tags)::write));
    }

    private static void addTiles(List<Route> routes, EventTiles tiles) {
        routes.add(Route.get(
                EventTiles.PATH,
                new Says("events.getTileSetsList", TILES, "The tilesets of the events", JSON, "object"),
                List.of(Formats.F),
                tiles::writeTilesets));
        routes.add(Route.get(
                EventTiles.TILESET,
                new Says("events.getTileSet", TILES, "The tileset", JSON, "object"),
                List.of(Formats.F),
                tiles::writeTileset));
        routes.add(Route.get(
                EventTiles.TILE,
                new Says(
                        "events.getTile",
                        TILES,
                        "A vector tile of the events that match",
                        EventTiles.MEDIA_TYPE,
                        "text"),
                EventTiles.PARAMETERS,
                tiles::writeTile));
        routes.add(Route.get(
                EventTiles.TILESET + "/tilejson",
                new Says("getEventTileJson", TILES, "The tileset as TileJSON, with the filter", JSON, "object"),
                EventTiles.SELECTING,
                tiles::writeTileJson));
        routes.add(Route.get(
                EventTiles.TILESET + "/style",
                new Says("getEventStyle", TILES, "A style for MapLibre and QGIS, with the filter", JSON, "object"),
                EventTiles.SELECTING,
                tiles::writeStyle));
        routes.add(Route.get(
                TileMatrixSets.PATH,
                new Says("getTileMatrixSetsList", TILES, "The tile matrix sets", JSON, "object"),
                List.of(Formats.F),
                TileMatrixSets::writeAll));
        routes.add(Route.get(
                TileMatrixSets.PATH + "/{set}",
                new Says("getTileMatrixSet", TILES, "A tile matrix set", JSON, "object"),
                List.of(Parameter.path("set", "Id of the tile matrix set: WebMercatorQuad."), Formats.F),
                TileMatrixSets::writeOne));
    }
}
