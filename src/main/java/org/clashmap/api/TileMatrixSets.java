package org.clashmap.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.map.TileAddress;

/** How the world is cut into tiles: WebMercatorQuad of the OGC's Two Dimensional Tile Matrix Set standard (17-083r4). */
final class TileMatrixSets {
    static final String PATH = "/api/tileMatrixSets";
    static final String ID = "WebMercatorQuad";
    static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private static final double HALF_METERS = 20_037_508.3427892;
    private static final int TILE_PIXELS = 256;

    /** Metres of one pixel in the standard's rendering. */
    private static final double PIXEL_METERS = 0.00028;

    private TileMatrixSets() {}

    static void writeAll(Context ctx, RequestParameters parameters) {
        Links links = Links.of(ctx);
        Map<String, Object> set = Members.of(
                "id",
                ID,
                "title",
                "Google Maps Compatible for the World",
                "uri",
                URI,
                "crs",
                CRS,
                "links",
                List.of(links.link("self", PATH + "/" + ID, "application/json", "The tile matrix set")));
        Pages.write(ctx, parameters, "Tile matrix sets", Members.of("tileMatrixSets", List.of(set)));
    }

    static void writeOne(Context ctx, RequestParameters parameters) {
        if (!ctx.pathParam("set").equals(ID)) {
            throw ProblemException.of(
                    404, "There is no tile matrix set \"" + ctx.pathParam("set") + "\" here, only " + ID + ".");
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("id", ID);
        page.put("title", "Google Maps Compatible for the World");
        page.put("uri", URI);
        page.put("crs", CRS);
        page.put("orderedAxes", List.of("X", "Y"));
        page.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        List<Map<String, Object>> matrices = new ArrayList<>();
        for (int level = 0; level <= TileAddress.LAST_LEVEL; level++) {
            matrices.add(matrix(level));
        }
        page.put("tileMatrices", matrices);
        Pages.write(ctx, parameters, ID, page);
    }

    private static Map<String, Object> matrix(int level) {
        int side = 1 << level;
        double cell = 2 * HALF_METERS / TILE_PIXELS / side;
        Map<String, Object> matrix = new LinkedHashMap<>();
        matrix.put("id", Integer.toString(level));
        matrix.put("scaleDenominator", cell / PIXEL_METERS);
        matrix.put("cellSize", cell);
        matrix.put("cornerOfOrigin", "topLeft");
        matrix.put("pointOfOrigin", List.of(-HALF_METERS, HALF_METERS));
        matrix.put("matrixWidth", side);
        matrix.put("matrixHeight", side);
        matrix.put("tileWidth", TILE_PIXELS);
        matrix.put("tileHeight", TILE_PIXELS);
        return matrix;
    }
}
