package org.clashmap.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clashmap.evaluate.Scorecard.Metric;
import org.clashmap.evaluate.Scorecard.Unit;
import org.clashmap.event.Event;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.Toponym;
import org.clashmap.report.Report;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import tools.jackson.databind.JsonNode;

/**
 * Scores the point of an event told in one line, the country not told. The point is that of the coded event shown first
 * (lowest tier); where the coder finds none, the first literal populated place of the line, else its first literal place.
 * Not thread-safe.
 */
final class PointScorer {
    private static final double NEAR_METERS = 25_000;

    private final Function<Report, List<Event>> coder;
    private final Geoparser geoparser;
    private final List<Double> errorsMeters = new ArrayList<>();
    private int records;
    private int coded;
    private int near;
    private int named;
    private int nearNamed;

    PointScorer(Function<Report, List<Event>> coder, Geoparser geoparser) {
        this.coder = coder;
        this.geoparser = geoparser;
    }

    void add(JsonNode record) {
        String text = record.path("text").asString();
        Language language = Corpora.languageOf(text);
        String day = isoDay(record.path("date").asString(""));
        LocalDate published = day.isEmpty() ? null : LocalDate.parse(day);
        Report report = GoldReport.report(record.path("id").asString(), text, language, published, null);
        Optional<LonLat> point = coder.apply(report).stream()
                .filter(event -> event.where().point() != null)
                .min(Comparator.comparingInt(event -> event.what().tier().number()))
                .map(event -> event.where().point());
        coded += point.isPresent() ? 1 : 0;
        if (point.isEmpty()) {
            point = firstPlace(AnalysedText.of(text, language));
        }
        double meters = point.map(found -> error(record, found)).orElse(Double.POSITIVE_INFINITY);
        records++;
        near += meters <= NEAR_METERS ? 1 : 0;
        boolean isNamed = record.path("town_in_text").asBoolean(false)
                || record.path("name_in_text").asBoolean(false)
                || !record.path("location").asString("").isEmpty();
        named += isNamed ? 1 : 0;
        nearNamed += isNamed && meters <= NEAR_METERS ? 1 : 0;
        if (Double.isFinite(meters)) {
            errorsMeters.add(meters);
        }
    }

    private Optional<LonLat> firstPlace(AnalysedText text) {
        List<Place> places = geoparser.parse(text).stream()
                .filter(toponym -> toponym.mention().role() == ToponymRole.LITERAL)
                .map(Toponym::resolution)
                .flatMap(resolution -> resolution.findBest().stream())
                .toList();
        return places.stream()
                .filter(place -> place.feature().isPopulatedPlace())
                .findFirst()
                .or(() -> places.stream().findFirst())
                .map(Place::point);
    }

    /** The distance to the record's point, or to the nearest of several. */
    private static double error(JsonNode record, LonLat found) {
        return points(record).stream()
                .mapToDouble(point -> Geodesy.distanceMeters(point, found))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    static boolean hasPoints(JsonNode record) {
        return record.path("event").has("lat") || record.path("places").isArray();
    }

    /** Where the event of a record may be: its point, or several places. */
    static List<LonLat> points(JsonNode record) {
        return record.path("places").isArray()
                ? record.path("places").valueStream().map(PointScorer::point).toList()
                : List.of(point(record.path("event")));
    }

    private static LonLat point(JsonNode node) {
        return new LonLat(node.path("lon").asDouble(), node.path("lat").asDouble());
    }

    private static String isoDay(String day) {
        return day.length() == 8 ? day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6) : day;
    }

    Scorecard.Section section(String name) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.share("within_25km", "event point within 25 km", near, records));
        if (named > 0) {
            metrics.add(
                    Metric.share("within_25km_named", "the same, where the line names the place", nearNamed, named));
        }
        errorsMeters.sort(Comparator.naturalOrder());
        double median = errorsMeters.isEmpty() ? 0 : errorsMeters.get(errorsMeters.size() / 2) / 1000;
        metrics.add(
                new Metric("median_km", "median error of the placed", median, Unit.KILOMETERS, errorsMeters.size()));
        metrics.add(Metric.share("placed", "placed at all", errorsMeters.size(), records));
        metrics.add(Metric.share("coded", "coded as an event with a point", coded, records));
        return new Scorecard.Section(name, "Events told in one line", records, metrics);
    }
}
