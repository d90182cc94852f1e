package org.clashmap.api.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Localiser;
import org.clashmap.geocode.Location;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.geocode.PlacePhraseReader;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import org.clashmap.text.Span;

/**
 * The place phrases of a text: {@code {"start","end","text","relation","toponyms","containers","distance_m","bearing_deg",
 * "locations"}}. Toponyms and containers are indexes into the list of toponyms; a list of places has one location for
 * each place, with point, precision and uncertainty by the codebook. Thread-safe.
 */
final class PhraseJson {
    private final Localiser localiser;

    PhraseJson(Gazetteer gazetteer) {
        this.localiser = new Localiser(gazetteer);
    }

    List<Map<String, Object>> describe(AnalysedText text, List<Toponym> toponyms, CodePoints points) {
        Map<Span, Integer> indexes = new HashMap<>();
        for (int i = 0; i < toponyms.size(); i++) {
            indexes.put(toponyms.get(i).mention().span(), i);
        }
        return PlacePhraseReader.read(text, toponyms).stream()
                .map(phrase -> describe(phrase, text, indexes, points))
                .toList();
    }

    private Map<String, Object> describe(
            PlacePhrase phrase, AnalysedText text, Map<Span, Integer> indexes, CodePoints points) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("start", points.fromUnits(phrase.span().start()));
        document.put("end", points.fromUnits(phrase.span().end()));
        document.put("text", phrase.span().of(text.written()));
        document.put("relation", phrase.relation().wire());
        document.put("toponyms", indexes(phrase.anchors(), indexes));
        document.put("containers", indexes(phrase.containers(), indexes));
        document.put("distance_m", phrase.distanceMeters());
        document.put("bearing_deg", phrase.bearingDegrees());
        document.put(
                "locations",
                Localiser.split(phrase).stream()
                        .map(one -> location(localiser.locate(one)))
                        .toList());
        return document;
    }

    private static List<Integer> indexes(List<Toponym> some, Map<Span, Integer> indexes) {
        return some.stream()
                .map(toponym -> indexes.getOrDefault(toponym.mention().span(), -1))
                .toList();
    }

    private static Map<String, Object> location(Location location) {
        LonLat point = location.point();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lat", point == null ? null : point.lat());
        document.put("lon", point == null ? null : point.lon());
        document.put("geo_level", location.level());
        document.put("coord_status", location.status());
        document.put("geo_precision", location.exactness().geoPrecision());
        document.put("where_prec", location.exactness().wherePrec());
        document.put("uncertainty_m", location.exactness().uncertaintyMeters());
        return document;
    }
}
