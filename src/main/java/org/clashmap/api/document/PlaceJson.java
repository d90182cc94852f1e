package org.clashmap.api.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Holding;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.SearchHit;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Places as GeoJSON features. Only a place that is known to a point has a geometry; that of others is null, and their label
 * point is a property.
 */
public final class PlaceJson {
    private static final int NAMES_PER_LANGUAGE = 5;

    private final Gazetteer gazetteer;

    public PlaceJson(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A place that a search found, with why. */
    public Map<String, Object> feature(PlaceSearch.Found found) {
        Map<String, Object> feature = feature(found.place());
        feature.put("properties", withReasons(properties(found.place()), found));
        return feature;
    }

    /** A place. */
    public Map<String, Object> feature(Place place) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", place.id());
        feature.put("geometry", place.precision() == PlacePrecision.POINT ? point(place.point()) : null);
        feature.put("properties", properties(place));
        return feature;
    }

    Map<String, Object> properties(Place place) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", place.name());
        properties.put("names", names(place));
        properties.put("country", place.admin().country());
        properties.put("country_name", countryName(place).orElse(null));
        properties.put("admin1", unitName(place.admin().admin1()).orElse(null));
        properties.put("admin2", unitName(place.admin().admin2()).orElse(null));
        properties.put("admin3", unitName(place.admin().admin3()).orElse(null));
        properties.put("feature_class", String.valueOf(place.feature().featureClass()));
        properties.put("feature_code", place.feature().code());
        properties.put("population", place.population() == 0 ? null : place.population());
        properties.put("precision", word(place.precision()));
        properties.put("label_point", List.of(place.point().lon(), place.point().lat()));
        gazetteer.findRadiusMeters(place).ifPresent(radius -> properties.put("radius_m", radius));
        properties.put("layer", place.layer());
        putHoldings(place, properties);
        return properties;
    }

    private static Map<String, Object> withReasons(Map<String, Object> properties, PlaceSearch.Found found) {
        SearchHit hit = found.hit();
        if (hit != null) {
            properties.put("matched_name", hit.matchedName());
            properties.put("match_kind", word(hit.kind()));
            if (hit.validity().isKnown()) {
                properties.put("match_valid_from", year(hit.validity().findFirstYear()));
                properties.put("match_valid_to", year(hit.validity().findLastYear()));
            }
            properties.put("match_closeness", word(hit.closeness()));
            properties.put("match_edits", hit.edits());
            properties.put("match_unit", hit.unit() == null ? null : hit.unit().name());
        }
        if (found.distanceMeters() != null) {
            properties.put("distance_m", Math.round(found.distanceMeters()));
        }
        properties.put("why", PlaceReasons.of(found));
        return properties;
    }

    /** Nothing where nobody disputes the land; its country stays the one of ISO 3166 and the United Nations. */
    private void putHoldings(Place place, Map<String, Object> properties) {
        List<Holding> holdings = gazetteer.hierarchy().holdings(place);
        if (holdings.isEmpty()) {
            return;
        }
        String own = place.admin().country();
        properties.put("disputed", holdings.stream().anyMatch(Holding::lasts));
        properties.put(
                "held_by",
                holdings.stream()
                        .filter(holding -> !holding.holder().isEmpty())
                        .map(PlaceJson::holding)
                        .toList());
        properties.put(
                "claimed_by",
                holdings.stream()
                        .filter(Holding::lasts)
                        .flatMap(holding -> holding.claimants().stream())
                        .filter(claimant -> !claimant.equals(own))
                        .distinct()
                        .toList());
    }

    private static Map<String, Object> holding(Holding holding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("holder", holding.holder());
        document.put("extent", holding.partly() ? "part" : "whole");
        document.put("from", holding.from());
        document.put("to", holding.lasts() ? null : holding.to());
        document.put("reason", holding.reason());
        document.put("link", holding.link());
        return document;
    }

    /** How exactly a position is known, as a word. */
    public static String word(PlacePrecision precision) {
        return word((Enum<?>) precision);
    }

    /** A year, or null when it is unknown. */
    static @Nullable Integer year(OptionalInt year) {
        return year.isPresent() ? Integer.valueOf(year.getAsInt()) : null;
    }

    /** A constant as it is written in JSON. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Name of the place, of its units and of its country, from small to large. */
    public String address(Place place) {
        StringBuilder address = new StringBuilder(place.name());
        unitName(place.admin().admin2()).ifPresent(name -> address.append(", ").append(name));
        unitName(place.admin().admin1()).ifPresent(name -> address.append(", ").append(name));
        countryName(place)
                .filter(name -> !name.equals(place.name()))
                .ifPresent(name -> address.append(", ").append(name));
        return address.toString();
    }

    private Map<String, List<String>> names(Place place) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            List<String> list = gazetteer.names(place, language);
            if (!list.isEmpty()) {
                names.put(language.code(), list.subList(0, Math.min(NAMES_PER_LANGUAGE, list.size())));
            }
        }
        return names;
    }

    private Optional<String> countryName(Place place) {
        return gazetteer.findCountry(place.admin().country()).map(Place::name);
    }

    private Optional<String> unitName(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(gazetteer::find).map(Place::name);
    }

    private static Map<String, Object> point(LonLat position) {
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", "Point");
        geometry.put("coordinates", List.of(position.lon(), position.lat()));
        return geometry;
    }
}
