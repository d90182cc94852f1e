package org.clashmap.api.document;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Hierarchy;
import org.clashmap.gazetteer.Holding;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlaceName;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One place with all that is known of it: its outline if it is an area that has one, its names, the
 * units it lies in, others of its name, who holds the land where that is disputed, and whom to credit. Also which units a
 * position lies in.
 */
public final class PlaceDetailJson {
    private static final int MOST_NAMESAKES = 25;
    private static final int MOST_WEIGHED = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Gazetteer gazetteer;
    private final PlaceJson places;

    public PlaceDetailJson(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = new PlaceJson(gazetteer);
    }

    public Map<String, Object> feature(Place place) {
        Map<String, Object> feature = places.feature(place);
        gazetteer.findOutline(place.id()).ifPresent(outline -> {
            feature.put("bbox", box(outline));
            feature.put("geometry", geoJson(outline));
        });
        Map<String, Object> properties = new LinkedHashMap<>(places.properties(place));
        properties.put(
                "all_names",
                gazetteer.listNames(place).stream().map(PlaceDetailJson::name).toList());
        Hierarchy hierarchy = gazetteer.hierarchy();
        properties.put(
                "parents",
                hierarchy.parents(place).stream().map(PlaceDetailJson::unit).toList());
        properties.put("contains", hierarchy.contains(place.id(), 0, 0).total());
        properties.put("namesakes", namesakes(place));
        properties.put("disputed", hierarchy.isDisputed(place));
        properties.put(
                "holdings",
                hierarchy.holdings(place).stream().map(PlaceDetailJson::holding).toList());
        credit(place.layer()).ifPresent(credit -> {
            properties.put("source", credit.source());
            properties.put("licence", credit.licence());
            properties.put("source_url", credit.url());
        });
        feature.put("properties", properties);
        return feature;
    }

    /** The country and the first-order unit that hold a position; empty at sea. */
    public List<Map<String, Object>> containers(LonLat position) {
        Optional<Place> unit = gazetteer.findAdmin1At(position);
        Optional<Place> country =
                unit.flatMap(this::country).or(() -> gazetteer.hierarchy().findCountryAt(position));
        return Stream.concat(unit.stream(), country.stream())
                .map(PlaceDetailJson::unit)
                .toList();
    }

    private static Map<String, Object> name(PlaceName name) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name.spelling());
        document.put("kind", PlaceJson.word(name.kind()));
        document.put("valid_from", PlaceJson.year(name.validity().findFirstYear()));
        document.put("valid_to", PlaceJson.year(name.validity().findLastYear()));
        document.put("languages", name.languages().stream().map(Language::code).toList());
        return document;
    }

    private static Map<String, Object> holding(Holding holding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("holder", holding.holder().isEmpty() ? null : holding.holder());
        document.put("partly", holding.partly());
        document.put("from", holding.from());
        document.put("to", holding.lasts() ? null : holding.to());
        document.put("claimants", holding.claimants());
        document.put("reason", holding.reason());
        document.put("link", holding.link());
        return document;
    }

    private Optional<Place> country(Place place) {
        return gazetteer.findCountry(place.admin().country());
    }

    private static Map<String, Object> unit(Place unit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", unit.id());
        document.put("name", unit.name());
        document.put("feature_code", unit.feature().code());
        return document;
    }

    /** Other places with the same main name, the nearest of the largest first. */
    private List<Map<String, Object>> namesakes(Place place) {
        return gazetteer.hierarchy().namesakes(place, MOST_WEIGHED).stream()
                .sorted(Comparator.comparingDouble(other -> Geodesy.distanceMeters(place.point(), other.point())))
                .limit(MOST_NAMESAKES)
                .map(other -> namesake(place, other))
                .toList();
    }

    private Map<String, Object> namesake(Place place, Place other) {
        Map<String, Object> document = unit(other);
        document.put("address", places.address(other));
        document.put("label_point", List.of(other.point().lon(), other.point().lat()));
        document.put("precision", PlaceJson.word(other.precision()));
        document.put("distance_m", Math.round(Geodesy.distanceMeters(place.point(), other.point())));
        return document;
    }

    private static JsonNode geoJson(Geometry outline) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            GeoJson.write(json, outline);
        }
        return JSON.readTree(text.toString());
    }

    private static List<Double> box(Geometry outline) {
        Envelope box = outline.getEnvelopeInternal();
        return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private Optional<Gazetteer.Credit> credit(String layer) {
        return gazetteer.credits().stream()
                .filter(credit -> credit.layer().equals(layer))
                .findFirst();
    }
}
