package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A first-level administrative unit of Natural Earth with the country it is drawn in.
 *
 * @param unit ISO 3166-2 code where the source has one
 * @param sourceCountry the source's own three-letter code, which follows who holds the land
 * @param country ISO 3166-1 alpha-2 code of the country it belongs to by the United Nations
 * @param minZoom zoom from which the source would draw it; high for the many small units of some countries
 * @param rings outer rings anticlockwise, holes clockwise, closed, {@code {lon, lat}}
 */
record BasemapTerritory(String unit, String sourceCountry, String country, double minZoom, List<double[][]> rings) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    BasemapTerritory {
        rings = List.copyOf(rings);
    }

    /** Reads a GeoJSON FeatureCollection feature by feature, so that its size does not matter. */
    static List<BasemapTerritory> readAll(InputStream in, BasemapDisputes disputes) throws IOException {
        List<BasemapTerritory> territories = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(in)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME
                        && "features".equals(parser.currentName())
                        && parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        territories.add(of(parser.readValueAsTree(), disputes));
                    }
                }
            }
        }
        if (territories.isEmpty()) {
            throw new IOException("the file of administrative units holds no features");
        }
        return territories;
    }

    private static BasemapTerritory of(JsonNode feature, BasemapDisputes disputes) {
        JsonNode properties = feature.path("properties");
        String unit = properties.path("iso_3166_2").asString("");
        String source = properties.path("adm0_a3").asString("");
        String iso = properties.path("iso_a2").asString("");
        List<double[][]> rings = new ArrayList<>();
        JsonNode geometry = feature.path("geometry");
        JsonNode coordinates = geometry.path("coordinates");
        if ("Polygon".equals(geometry.path("type").asString(""))) {
            addPolygon(coordinates, rings);
        } else {
            coordinates.forEach(polygon -> addPolygon(polygon, rings));
        }
        String country = disputes.countryOf(unit, source, iso.length() == 2 && !iso.startsWith("-") ? iso : source);
        return new BasemapTerritory(
                unit, source, country, properties.path("min_zoom").asDouble(10), rings);
    }

    private static void addPolygon(JsonNode polygon, List<double[][]> rings) {
        for (int i = 0; i < polygon.size(); i++) {
            JsonNode ring = polygon.get(i);
            double[][] points = new double[ring.size()][];
            for (int j = 0; j < points.length; j++) {
                points[j] = new double[] {
                    ring.get(j).get(0).asDouble(), ring.get(j).get(1).asDouble()
                };
            }
            boolean wantPositive = i == 0;
            rings.add(BasemapRings.area(points) > 0 == wantPositive ? points : BasemapRings.reversed(points));
        }
    }
}
