package org.clashmap.evaluate;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clashmap.evaluate.Scorecard.Metric;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import tools.jackson.databind.JsonNode;

/**
 * Scores long wire reports in capitals (MUC-4): the share of their incidents' places near which some coded event stands.
 * Silver, not gold: the places were named by people, but their coordinates were looked up by a program. Optional
 * incidents are left out. Not thread-safe.
 */
final class IncidentScorer {
    private static final double NEAR_METERS = 25_000;
    private static final double FAR_METERS = 161_000;

    private final Function<Report, List<Event>> coder;
    private int incidents;
    private int foundIncidents;
    private int foundWithPlace;
    private int foundNear;
    private int records;
    private int places;
    private int near;
    private int far;
    private int marks;
    private int marksNear;

    IncidentScorer(Function<Report, List<Event>> coder) {
        this.coder = coder;
    }

    void add(JsonNode record) {
        String day = record.path("docdate").asString("");
        LocalDate published = day.isEmpty() ? null : LocalDate.parse(day);
        Report report = GoldReport.report(
                record.path("id").asString(), record.path("text").asString(), Language.EN, published, null);
        List<Event> coded = coder.apply(report);
        matchTypes(record, coded);
        List<Event> events = coded.stream()
                .filter(event -> event.what().tier() != MapTier.TIMELINE_ONLY)
                .toList();
        List<LonLat> points = events.stream()
                .map(event -> event.where().point())
                .filter(Objects::nonNull)
                .toList();
        List<LonLat> silver = silver(record).toList();
        List<LonLat> anySilver = record.path("events")
                .valueStream()
                .flatMap(IncidentScorer::places)
                .toList();
        records++;
        places += silver.size();
        near += (int) silver.stream()
                .filter(place -> isWithin(points, place, NEAR_METERS))
                .count();
        far += (int) silver.stream()
                .filter(place -> isWithin(points, place, FAR_METERS))
                .count();
        marks += points.size();
        marksNear += (int) points.stream()
                .filter(point -> isWithin(anySilver, point, NEAR_METERS))
                .count();
    }

    /** One to one: each incident takes a coded event of a fitting type, one near its place if there is one. */
    private void matchTypes(JsonNode record, List<Event> coded) {
        List<JsonNode> wanted = record.path("events")
                .valueStream()
                .filter(IncidentScorer::isWanted)
                .toList();
        Set<Event> used = new HashSet<>();
        Set<JsonNode> matched = Collections.newSetFromMap(new IdentityHashMap<>());
        for (boolean atPlace : List.of(true, false)) {
            for (JsonNode incident : wanted) {
                List<LonLat> where = places(incident).toList();
                Optional<Event> found = matched.contains(incident)
                        ? Optional.empty()
                        : coded.stream()
                                .filter(event -> !used.contains(event)
                                        && fits(incident, event)
                                        && (!atPlace || isNear(where, event)))
                                .findFirst();
                if (found.isPresent()) {
                    used.add(found.get());
                    matched.add(incident);
                    foundWithPlace += where.isEmpty() ? 0 : 1;
                    foundNear += atPlace ? 1 : 0;
                }
            }
        }
        incidents += wanted.size();
        foundIncidents += matched.size();
    }

    /** Neither optional nor only threatened. */
    private static boolean isWanted(JsonNode incident) {
        return !incident.path("optional").asBoolean(false)
                && !incident.path("stage").asString("").equals("THREATENED");
    }

    private static boolean fits(JsonNode incident, Event event) {
        return incident.path("type")
                .valueStream()
                .anyMatch(
                        type -> IncidentTypes.fits(type.asString(), event.what().type()));
    }

    private static boolean isNear(List<LonLat> places, Event event) {
        LonLat point = event.where().point();
        return point != null && isWithin(places, point, NEAR_METERS);
    }

    private static Stream<LonLat> silver(JsonNode record) {
        return record.path("events")
                .valueStream()
                .filter(event -> !event.path("optional").asBoolean(false))
                .flatMap(IncidentScorer::places);
    }

    private static Stream<LonLat> places(JsonNode event) {
        return event.path("geo")
                .valueStream()
                .map(geo -> geo.path("silver"))
                .filter(silver -> silver.path("lat").isNumber())
                .map(silver -> new LonLat(
                        silver.path("lon").asDouble(), silver.path("lat").asDouble()));
    }

    private static boolean isWithin(List<LonLat> points, LonLat place, double meters) {
        return points.stream().anyMatch(point -> Geodesy.distanceMeters(point, place) <= meters);
    }

    Scorecard.Section section(String name) {
        return new Scorecard.Section(
                name,
                "Incidents in wire reports (silver)",
                records,
                List.of(
                        Metric.share("found", "incidents found with a right type", foundIncidents, incidents),
                        Metric.share("found_25km", "of those, event within 25 km (silver)", foundNear, foundWithPlace),
                        Metric.share("within_25km", "incident places with a mark within 25 km (silver)", near, places),
                        Metric.share("within_161km", "the same within 161 km (silver)", far, places),
                        Metric.share("marks_near", "marks within 25 km of any incident (silver)", marksNear, marks)));
    }
}
