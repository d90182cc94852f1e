package org.clashmap.evaluate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clashmap.evaluate.Scorecard.Metric;
import org.clashmap.evaluate.Scorecard.Unit;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Scores toponym recognition, resolution of given spans, and both together on English corpora with annotated toponyms.
 *
 * <p>The corpora annotate place names in whatever use, demonyms and datelines included; so mentions of every role but
 * persons count as recognised. Distances are over the gold toponyms that have coordinates; "within 161 km" (100 miles) is
 * the field's usual bound. Not thread-safe.
 */
final class ToponymScorer {
    private static final double NEAR_METERS = 161_000;
    private static final Set<ToponymRole> COUNTED = EnumSet.of(
            ToponymRole.LITERAL,
            ToponymRole.DEMONYM,
            ToponymRole.METONYM,
            ToponymRole.DATELINE,
            ToponymRole.ORGANISATION);

    record Gold(Span span, @Nullable LonLat point) {}

    private final Geoparser geoparser;
    private int records;
    private int gold;
    private int located;
    private int recognised;
    private int exact;
    private int overlapping;
    private int nearGivenSpan;
    private int held;
    private final Calibration calibration = new Calibration();
    private int nearEndToEnd;
    private int placed;

    ToponymScorer(Geoparser geoparser) {
        this.geoparser = geoparser;
    }

    void add(JsonNode record) {
        String text = record.path("text").asString();
        List<Gold> golds = golds(record, text);
        AnalysedText analysed = AnalysedText.of(text, Language.EN);
        records++;
        gold += golds.size();
        located += (int) golds.stream().filter(each -> each.point != null).count();
        addResolution(
                golds,
                geoparser.resolve(analysed, golds.stream().map(Gold::span).toList()));
        addEndToEnd(
                golds,
                geoparser.parse(analysed).stream()
                        .filter(toponym -> COUNTED.contains(toponym.mention().role()))
                        .toList());
    }

    /** The annotated toponyms of a record. */
    static List<Gold> golds(JsonNode record, String text) {
        CodePoints points = CodePoints.of(text);
        return record.path("toponyms")
                .valueStream()
                .map(node -> gold(node, points))
                .toList();
    }

    private static Gold gold(JsonNode node, CodePoints points) {
        Span span = new Span(
                points.toUnits(node.path("start").asInt()),
                points.toUnits(node.path("end").asInt()));
        JsonNode lat = node.path("lat");
        return new Gold(span, lat.isNumber() ? new LonLat(node.path("lon").asDouble(), lat.asDouble()) : null);
    }

    private void addResolution(List<Gold> golds, List<Toponym> resolved) {
        for (int i = 0; i < golds.size() && i < resolved.size(); i++) {
            LonLat point = golds.get(i).point;
            if (point == null) {
                continue;
            }
            boolean near = isNear(golds.get(i), resolved.get(i));
            nearGivenSpan += near ? 1 : 0;
            held += resolved.get(i).mention().matches().stream()
                            .anyMatch(match ->
                                    Geodesy.distanceMeters(match.place().point(), point) <= NEAR_METERS)
                    ? 1
                    : 0;
            resolved.get(i).resolution().candidates().stream()
                    .findFirst()
                    .ifPresent(best -> calibration.add(best.share(), near));
        }
    }

    private void addEndToEnd(List<Gold> golds, List<Toponym> found) {
        recognised += found.size();
        placed += (int) found.stream().filter(each -> best(each).isPresent()).count();
        boolean[] usedExact = new boolean[found.size()];
        boolean[] usedOverlap = new boolean[found.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < golds.size(); i++) {
            Span span = golds.get(i).span;
            int index = take(found, usedExact, span, true);
            exact += index >= 0 ? 1 : 0;
            if (index >= 0) {
                usedOverlap[index] = true;
                addPair(golds.get(i), found.get(index));
            } else {
                open.add(i);
            }
        }
        for (int i : open) {
            int index = take(found, usedOverlap, golds.get(i).span, false);
            if (index >= 0) {
                addPair(golds.get(i), found.get(index));
            }
        }
    }

    private void addPair(Gold each, Toponym toponym) {
        overlapping++;
        nearEndToEnd += isNear(each, toponym) ? 1 : 0;
    }

    /** Takes the first free mention with the same span, or one that overlaps; -1 when there is none. */
    private static int take(List<Toponym> found, boolean[] used, Span span, boolean same) {
        for (int i = 0; i < found.size(); i++) {
            Span other = found.get(i).mention().span();
            if (!used[i] && (same ? other.equals(span) : other.overlaps(span))) {
                used[i] = true;
                return i;
            }
        }
        return -1;
    }

    private static Optional<Place> best(Toponym toponym) {
        return toponym.resolution().findBest();
    }

    private static boolean isNear(Gold each, Toponym toponym) {
        LonLat point = each.point;
        return point != null
                && best(toponym)
                        .filter(place -> Geodesy.distanceMeters(place.point(), point) <= NEAR_METERS)
                        .isPresent();
    }

    private static double f1(int hits, int found, int gold) {
        return found + gold == 0 ? 0 : 2.0 * hits / (found + gold);
    }

    Scorecard.Section section(String name) {
        List<Metric> metrics = new ArrayList<>(List.of(
                Metric.share("end_to_end_recall", "found and within 161 km, of all gold", nearEndToEnd, located),
                Metric.share("end_to_end_precision", "found and within 161 km, of all placed", nearEndToEnd, placed),
                new Metric(
                        "recognition_f1_exact",
                        "recognition, F1, same span",
                        f1(exact, recognised, gold),
                        Unit.SHARE,
                        gold),
                new Metric(
                        "recognition_f1_overlap",
                        "recognition, F1, overlapping span",
                        f1(overlapping, recognised, gold),
                        Unit.SHARE,
                        gold),
                Metric.share(
                        "recognition_precision", "recognition, precision, overlapping span", overlapping, recognised),
                Metric.share("recognition_recall", "recognition, recall, overlapping span", overlapping, gold),
                Metric.share("resolution_161km", "within 161 km, span given, of all gold", nearGivenSpan, located),
                Metric.share(
                        "resolution_held",
                        "the same, of those whose place the gazetteer has under the name",
                        nearGivenSpan,
                        held)));
        metrics.addAll(calibration.metrics());
        return new Scorecard.Section(name, "Place names in articles", records, metrics);
    }
}
