package org.clashmap.api;

import io.javalin.http.Context;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.api.document.CodingJson;
import org.clashmap.api.document.ReportJson;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.review.CorrectionCorpus;
import org.clashmap.event.review.PlaceChoices;
import org.clashmap.event.review.ReportEvents;
import org.clashmap.event.review.ReviewIndex;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Toponym;
import org.clashmap.report.Report;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import tools.jackson.databind.json.JsonMapper;

/** What the desk reads: what waits by need, a report with all its events, and the places an event may mean. */
final class ReviewPages {
    static final String QUEUE = "/api/review/queue";
    static final List<Parameter> QUEUE_PARAMETERS = List.of(
            Parameter.query(
                    "status",
                    "Which state; without it what is proposed or in review.",
                    Parameter.oneOf(ReviewIndex.statuses()),
                    "machine"),
            Parameter.query("report", "Only events of this report.", Parameter.text(), "rep-1"),
            Parameter.query("assignee", "Only events assigned to this name.", Parameter.text(), "anna"),
            Parameter.query("limit", "How many at most.", Parameter.integer(1, 1000, 100), "10"),
            Parameter.query(
                    "after", "Go on behind this, the member next of the page before.", Parameter.text(), "3.50~x"));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String LINES = "application/x-ndjson";

    private static final List<String> DECIDED = List.of("accepted", "published", "gold");

    private final Holdings holdings;
    private final ReviewIndex index;
    private final PlaceChoices choices;

    ReviewPages(Holdings holdings, ReviewIndex index, PlaceChoices choices) {
        this.holdings = holdings;
        this.index = index;
        this.choices = choices;
    }

    void writeQueue(Context ctx, RequestParameters parameters) {
        int limit = parameters.integer("limit", 1, 1000, 100);
        String status = parameters.parse("status", ReviewPages::status).orElse(null);
        List<ReviewIndex.Item> items;
        try {
            items = index.list(new ReviewIndex.Wanted(
                    status,
                    parameters.find("report").orElse(null),
                    parameters.find("assignee").orElse(null),
                    parameters.find("after").orElse(null),
                    limit));
        } catch (IllegalArgumentException refused) {
            throw ProblemException.badParameter(
                    "after", parameters.find("after").orElse(""), String.valueOf(refused.getMessage()));
        }
        String next = items.size() < limit ? null : items.getLast().position();
        write(ctx, Members.of("items", items.stream().map(ReviewPages::item).toList(), "next", next));
    }

    private static String status(String word) {
        if (!ReviewIndex.statuses().contains(word)) {
            throw new IllegalArgumentException(String.join(", ", ReviewIndex.statuses()));
        }
        return word;
    }

    private static Map<String, Object> item(ReviewIndex.Item item) {
        return Members.of(
                "id",
                item.id(),
                "version",
                item.version(),
                "title",
                item.title(),
                "status",
                item.status(),
                "report_id",
                item.reportId(),
                "assignee",
                item.assignee(),
                "priority",
                item.priority(),
                "why",
                item.why());
    }

    void writeReport(Context ctx, RequestParameters parameters) {
        String id = ctx.pathParam("id");
        Report report = holdings.store().findReport(id).orElseThrow(() -> ProblemException.noReport(id));
        List<Event> events = ReportEvents.list(holdings.store(), id);
        Map<String, Object> text = ReportJson.summary(report);
        text.put("text", report.text());
        write(
                ctx,
                Members.of(
                        "report",
                        text,
                        "events",
                        events.stream()
                                .map(event -> JSON.readTree(EventJson.toJson(event)))
                                .toList(),
                        "omissions",
                        CodingJson.omissions(holdings.store().listOmissions(id)),
                        "toponyms",
                        toponyms(report),
                        "accepted_places",
                        accepted(events)));
    }

    private List<Map<String, Object>> toponyms(Report report) {
        CodePoints points = CodePoints.of(report.text());
        List<Map<String, Object>> list = new ArrayList<>();
        for (Toponym toponym : holdings.geoparser().parse(AnalysedText.of(report.text(), report.language()))) {
            list.add(Members.of(
                    "start",
                    points.fromUnits(toponym.mention().span().start()),
                    "end",
                    points.fromUnits(toponym.mention().span().end()),
                    "text",
                    toponym.mention().text(),
                    "role",
                    toponym.mention().role().wire()));
        }
        return list;
    }

    /** The places of the report's events that a person has accepted, each once. */
    private static List<Map<String, Object>> accepted(List<Event> events) {
        Map<LonLat, Map<String, Object>> places = new LinkedHashMap<>();
        for (Event event : events) {
            LonLat point = event.where().point();
            boolean decided = !event.isWithdrawn()
                    && DECIDED.contains(event.editorial().review().status());
            if (point != null && decided) {
                places.putIfAbsent(
                        point,
                        Members.of(
                                "name",
                                event.where().names().location(),
                                "place",
                                event.where().geocode().chosen(),
                                "lon",
                                point.lon(),
                                "lat",
                                point.lat()));
            }
        }
        return List.copyOf(places.values());
    }

    void writeCandidates(Context ctx, RequestParameters parameters) {
        String id = ctx.pathParam("id");
        Event event = holdings.store().find(id).orElseThrow(() -> ProblemException.noEvent(id));
        List<Map<String, Object>> list =
                choices.list(event).stream().map(ReviewPages::choice).toList();
        write(ctx, Members.of("id", id, "version", event.version(), "candidates", list));
    }

    private static Map<String, Object> choice(PlaceChoices.Choice choice) {
        LonLat point = choice.point();
        return Members.of(
                "rank",
                choice.rank(),
                "place",
                choice.place(),
                "name",
                choice.name(),
                "lon",
                point == null ? null : point.lon(),
                "lat",
                point == null ? null : point.lat(),
                "share",
                choice.share(),
                "why",
                choice.why());
    }

    /** Lines of JSON, written as they are made; {@code ./clashmap evaluate FILE} scores them. */
    void writeCorrections(Context ctx, RequestParameters parameters) {
        parameters.parse("f", value -> {
            if (!value.equals("jsonl")) {
                throw new IllegalArgumentException("jsonl");
            }
            return value;
        });
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Disposition", "attachment; filename=\"corrections.jsonl\"");
        ctx.contentType(LINES);
        PrintWriter out = new PrintWriter(ctx.outputStream(), false, StandardCharsets.UTF_8);
        CorrectionCorpus.forEach(holdings.store(), line -> out.append(line).append('\n'));
        out.flush();
    }

    private static void write(Context ctx, Map<String, Object> document) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(document));
    }
}
