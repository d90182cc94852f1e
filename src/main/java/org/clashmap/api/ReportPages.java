package org.clashmap.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.api.document.ReportJson;
import org.clashmap.event.EventStore;
import org.clashmap.event.publish.Audience;
import org.clashmap.event.publish.Publisher;
import org.clashmap.event.review.ReportEvents;
import org.clashmap.report.Report;

/** The stored reports, newest first, and one report with its text and what was left out of it. */
final class ReportPages {
    static final String PATH = "/api/reports";
    static final List<Parameter> LIST_PARAMETERS = List.of(
            Parameter.query("limit", "How many reports at most.", Parameter.integer(1, 1000, 100), "10"), Formats.F);

    private final Holdings holdings;
    private final EventStore store;
    private final EntityTags tags;

    ReportPages(Holdings holdings, EntityTags tags) {
        this.holdings = holdings;
        this.store = holdings.store();
        this.tags = tags;
    }

    void writeList(Context ctx, RequestParameters parameters) {
        int limit = parameters.integer("limit", 1, 1000, 100);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "reports",
                store.listReports(limit).stream()
                        .flatMap(report -> summary(ctx, report).stream())
                        .toList());
        Pages.write(ctx, parameters, "Reports", page);
    }

    void writeOne(Context ctx, RequestParameters parameters) {
        String id = ctx.pathParam("id");
        Report report = store.findReport(id).orElseThrow(() -> ProblemException.noReport(id));
        Map<String, Object> document = switch (opennessTo(ctx, report)) {
            case HIDDEN -> throw ProblemException.noReport(id);
            case NAMED -> ReportJson.named(report);
            case WHOLE -> ReportJson.full(report, store.listOmissions(id));
        };
        if (!tags.isCurrent(ctx)) {
            Pages.write(ctx, parameters, "Report " + id, document);
        }
    }

    /** What the one who asks may see of a report, by the events it tells. */
    private Publisher.Openness opennessTo(Context ctx, Report report) {
        if (Access.audienceOf(ctx) == Audience.STAFF) {
            return Publisher.Openness.WHOLE;
        }
        return holdings.guard()
                .publisher()
                .opennessOf(
                        report,
                        ReportEvents.list(store, report.id()),
                        holdings.clock().instant());
    }

    private Optional<Map<String, Object>> summary(Context ctx, Report report) {
        Publisher.Openness openness = opennessTo(ctx, report);
        if (openness == Publisher.Openness.HIDDEN) {
            return Optional.empty();
        }
        Map<String, Object> document =
                openness == Publisher.Openness.WHOLE ? ReportJson.summary(report) : ReportJson.named(report);
        String path = PATH + "/" + Links.encode(report.id());
        document.put(
                "links", List.of(Links.of(ctx).link("self", path, "application/json", "The report with its text")));
        return Optional.of(document);
    }
}
