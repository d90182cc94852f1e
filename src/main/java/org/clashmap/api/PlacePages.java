package org.clashmap.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.api.document.PlaceJson;
import org.clashmap.api.document.PlaceReasons;
import org.clashmap.api.document.PlaceSearch;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;

/** Places as documents for people to read: {@link Pages} makes HTML of them. Without outlines, but with the credits. */
final class PlacePages {
    private final Gazetteer gazetteer;
    private final PlaceJson places;

    PlacePages(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = new PlaceJson(gazetteer);
    }

    /** A list of places, each a link to its page with the reasons why it was found. */
    Map<String, Object> list(Links links, List<PlaceSearch.Found> found, Map<String, Object> members) {
        Map<String, Object> document = new LinkedHashMap<>(members);
        document.put("places", found.stream().map(one -> entry(links, one)).toList());
        document.put("credits", credits());
        return document;
    }

    private Map<String, Object> entry(Links links, PlaceSearch.Found found) {
        Place place = found.place();
        String path = PlaceItems.PATH + "/" + Links.encode(place.id()) + "?f=html";
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("place", links.link("item", path, "text/html", places.address(place)));
        entry.put("id", place.id());
        entry.put("feature_code", place.feature().code());
        entry.put("position", position(place));
        List<String> reasons = PlaceReasons.of(found);
        if (!reasons.isEmpty()) {
            entry.put("why", String.join("; ", reasons));
        }
        return entry;
    }

    /** Latitude first, as people write it, and how exact it is where it is no point. */
    private static String position(Place place) {
        String degrees = place.point().lat() + ", " + place.point().lon();
        return switch (place.precision()) {
            case POINT -> degrees;
            case ADMIN2 -> degrees + ", somewhere around: known to its district only";
            case ADMIN1 -> degrees + ", a place for the label: known to its province only";
            case AREA -> degrees + ", a place for the label: an area";
        };
    }

    /** One place: all that its document tells but its outline. */
    Map<String, Object> place(Place place, Map<String, Object> feature) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", place.id());
        document.put("position", position(place));
        document.put("properties", feature.getOrDefault("properties", Map.of()));
        document.put("links", feature.getOrDefault("links", List.of()));
        document.put("credits", credits());
        return document;
    }

    private List<String> credits() {
        return gazetteer.credits().stream()
                .map(credit -> credit.source() + ", " + credit.licence() + ", " + credit.url())
                .toList();
    }
}
