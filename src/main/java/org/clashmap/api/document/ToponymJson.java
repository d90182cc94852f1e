package org.clashmap.api.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geocode.Candidate;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.Resolution;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * The toponyms of a text: {@code {"id","toponyms":[{"start","end","text","role","resolution","place","score",
 * "candidates"}]}}. Offsets are code points. The place of an ambiguous toponym is its best candidate; that of an
 * unresolved one is null.
 */
public final class ToponymJson {
    private final Geoparser geoparser;
    private final Gazetteer gazetteer;

    public ToponymJson(Geoparser geoparser) {
        this.geoparser = geoparser;
        this.gazetteer = geoparser.gazetteer();
    }

    /** Finds and resolves the toponyms of a text, or resolves exactly its spans when it names any. */
    public Map<String, Object> parse(TextInput input) {
        List<Toponym> toponyms = input.spans().isEmpty()
                ? geoparser.parse(input.analysed())
                : geoparser.resolve(input.analysed(), input.spans());
        CodePoints points = CodePoints.of(input.text());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", input.id());
        document.put(
                "toponyms",
                toponyms.stream().map(toponym -> describe(toponym, points)).toList());
        return document;
    }

    private Map<String, Object> describe(Toponym toponym, CodePoints points) {
        List<Candidate> candidates = toponym.resolution().candidates();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("start", points.fromUnits(toponym.mention().span().start()));
        document.put("end", points.fromUnits(toponym.mention().span().end()));
        document.put("text", toponym.mention().text());
        document.put("role", toponym.mention().role().wire());
        document.put("resolution", outcome(toponym.resolution()));
        document.put("place", toponym.resolution().findBest().map(this::place).orElse(null));
        document.put(
                "score", candidates.isEmpty() ? null : candidates.getFirst().share());
        document.put("candidates", candidates.stream().map(this::candidate).toList());
        document.put("reasons", reasons(toponym));
        return document;
    }

    private static String outcome(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> "resolved";
            case Resolution.Ambiguous ambiguous -> "ambiguous";
            case Resolution.Unresolved unresolved -> "unresolved";
        };
    }

    /** Why the words were taken as they were: the role first, then why no place could be named. */
    private static List<String> reasons(Toponym toponym) {
        List<String> reasons = new ArrayList<>();
        if (!toponym.mention().reason().isEmpty()) {
            reasons.add(toponym.mention().reason());
        }
        if (toponym.resolution() instanceof Resolution.Unresolved unresolved) {
            reasons.add(unresolved.reason());
        }
        return reasons;
    }

    private Map<String, Object> candidate(Candidate candidate) {
        Map<String, Object> document = place(candidate.place());
        document.put("score", candidate.share());
        document.put("matched_name", candidate.match().matchedName());
        document.put("reasons", candidate.reasons());
        return document;
    }

    private Map<String, Object> place(Place place) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", place.id());
        document.put("name", place.name());
        document.put("lat", place.point().lat());
        document.put("lon", place.point().lon());
        document.put("precision", PlaceJson.word(place.precision()));
        document.put("country", place.admin().country());
        document.put("admin1", nameOf(place.admin().admin1()));
        return document;
    }

    private @Nullable String nameOf(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(gazetteer::find).map(Place::name).orElse(null);
    }
}
