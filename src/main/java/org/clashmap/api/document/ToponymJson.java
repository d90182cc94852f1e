package org.clashmap.api.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geocode.Candidate;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.Resolution;
import org.clashmap.geocode.Setting;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * The toponyms of a text: {@code {"id","language","toponyms":[{"start","end","text","role","resolution","place","score",
 * "candidates","reasons"}],"phrases":[…],"timings"?}}. Offsets are code points. The place of an ambiguous toponym is its
 * best candidate; that of an unresolved one is null. Thread-safe.
 */
public final class ToponymJson {
    private static final double NANOSECONDS = 1e6;

    private final Geoparser geoparser;
    private final Gazetteer gazetteer;
    private final PhraseJson phrases;
    private final boolean withTimings;

    /** @param withTimings how long each step took, which differs from run to run */
    public ToponymJson(Geoparser geoparser, boolean withTimings) {
        this.geoparser = geoparser;
        this.gazetteer = geoparser.gazetteer();
        this.phrases = new PhraseJson(gazetteer);
        this.withTimings = withTimings;
    }

    /**
     * Finds and resolves the toponyms of a text, or resolves exactly its spans when it names any.
     *
     * @throws IllegalArgumentException when its country is none
     */
    public Map<String, Object> parse(TextInput input) {
        Setting setting = setting(input);
        long start = System.nanoTime();
        AnalysedText text = input.analysed();
        List<ToponymMention> mentions =
                input.spans().isEmpty() ? geoparser.recognise(text) : geoparser.mentionsAt(text, input.spans());
        long recognised = System.nanoTime();
        List<Toponym> toponyms = geoparser.resolveMentions(text, mentions, setting);
        long resolved = System.nanoTime();
        CodePoints points = CodePoints.of(input.text());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", input.id());
        document.put("language", input.language().code());
        document.put(
                "toponyms",
                toponyms.stream().map(toponym -> describe(toponym, points)).toList());
        document.put("phrases", phrases.describe(text, toponyms, points));
        if (withTimings) {
            document.put("timings", timings(start, recognised, resolved));
        }
        return document;
    }

    private Setting setting(TextInput input) {
        String country = input.about().country();
        if (country == null || country.isBlank()) {
            return Setting.UNKNOWN;
        }
        Place place = gazetteer
                .findCountry(country.strip().toUpperCase(Locale.ROOT))
                .or(() -> gazetteer.find(PlaceSearch.unitId(gazetteer, country)))
                .orElseThrow();
        return Setting.inCountry(place.admin().country());
    }

    private static Map<String, Object> timings(long start, long recognised, long resolved) {
        Map<String, Object> timings = new LinkedHashMap<>();
        timings.put("recognition_ms", milliseconds(recognised - start));
        timings.put("resolution_ms", milliseconds(resolved - recognised));
        timings.put("total_ms", milliseconds(System.nanoTime() - start));
        return timings;
    }

    private static double milliseconds(long nanoseconds) {
        return Math.round(nanoseconds / NANOSECONDS * 1000) / 1000.0;
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
        switch (toponym.resolution()) {
            case Resolution.Unresolved unresolved -> reasons.add(unresolved.reason());
            case Resolution.Ambiguous ambiguous ->
                reasons.add(
                        ambiguous.adminConflict()
                                ? "the unit that the text names and other evidence point to different places"
                                : "no candidate stands out");
            case Resolution.Resolved resolved -> {}
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
        document.put("feature_code", place.feature().code());
        document.put("country", place.admin().country());
        document.put("admin1", nameOf(place.admin().admin1()));
        return document;
    }

    private @Nullable String nameOf(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(gazetteer::find).map(Place::name).orElse(null);
    }
}
