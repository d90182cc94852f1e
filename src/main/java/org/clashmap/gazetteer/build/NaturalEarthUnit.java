package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A first-order unit of Natural Earth's 1:10 million admin 1 layer.
 *
 * @param iso ISO 3166-2 code, such as UA-14; not always unique
 * @param country ISO 3166-1 alpha-2 after the UN: the first part of {@code iso}, which for Crimea is not Natural Earth's
 *     own choice
 * @param latinNames spellings in Latin letters, the plainest first
 * @param alternates further spellings, among them names of towns and of older units
 */
record NaturalEarthUnit(
        String iso,
        String country,
        String geoNamesCode,
        double lon,
        double lat,
        List<String> latinNames,
        List<String> alternates,
        String ukrainian,
        String russian,
        String arabic,
        Geometry polygon) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Reads the layer's GeoJSON feature by feature, so that its 35 MB never stand in memory at once. */
    static List<NaturalEarthUnit> read(InputStream in) throws IOException {
        List<NaturalEarthUnit> units = new ArrayList<>(4_600);
        JsonMapper mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new IOException("no features in the admin 1 layer");
                }
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode feature = mapper.readTree(parser);
                NaturalEarthUnit unit = unit(feature);
                if (unit.country.length() == 2) {
                    units.add(unit);
                }
            }
        }
        return units;
    }

    private static NaturalEarthUnit unit(JsonNode feature) {
        JsonNode p = feature.path("properties");
        String iso = text(p, "iso_3166_2");
        Geometry polygon = polygon(feature.path("geometry"));
        String country = iso.length() > 3 && iso.charAt(2) == '-' ? iso.substring(0, 2) : text(p, "iso_a2");
        Set<String> latin = new LinkedHashSet<>();
        for (String key : List.of("name_en", "name", "gn_name")) {
            latin.add(text(p, key));
        }
        latin.remove("");
        Set<String> alternates = new LinkedHashSet<>(List.of(text(p, "woe_name")));
        for (String alternate : text(p, "name_alt").split("\\|", -1)) {
            alternates.add(alternate.strip());
        }
        alternates.removeIf(name -> name.isEmpty() || name.indexOf('?') >= 0);
        return new NaturalEarthUnit(
                iso,
                country,
                text(p, "gn_a1_code"),
                p.path("longitude").asDouble(polygon.getInteriorPoint().getX()),
                p.path("latitude").asDouble(polygon.getInteriorPoint().getY()),
                List.copyOf(latin),
                List.copyOf(alternates),
                text(p, "name_uk"),
                text(p, "name_ru"),
                text(p, "name_ar"),
                polygon);
    }

    /** The same unit as part of another country, under another GeoNames code. */
    NaturalEarthUnit in(String otherCountry, String otherCode) {
        return new NaturalEarthUnit(
                iso, otherCountry, otherCode, lon, lat, latinNames, alternates, ukrainian, russian, arabic, polygon);
    }

    private static String text(JsonNode properties, String key) {
        return properties.path(key).asString("").strip();
    }

    private static Geometry polygon(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        if (geometry.path("type").asString("").equals("Polygon")) {
            return ringsOf(coordinates);
        }
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode part : coordinates) {
            parts.add(ringsOf(part));
        }
        return FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
    }

    private static Polygon ringsOf(JsonNode rings) {
        List<LinearRing> made = new ArrayList<>();
        for (JsonNode ring : rings) {
            Coordinate[] line = new Coordinate[ring.size()];
            for (int i = 0; i < line.length; i++) {
                line[i] = new Coordinate(
                        ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble());
            }
            made.add(FACTORY.createLinearRing(line));
        }
        return FACTORY.createPolygon(
                made.getFirst(), made.subList(1, made.size()).toArray(new LinearRing[0]));
    }
}
