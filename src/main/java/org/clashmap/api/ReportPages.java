package org.clashmap.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.api.document.ReportJson;
import org.clashmap.event.EventStore;
import org.clashmap.report.Report;

/** The stored reports, newest first, and one report with its text and what was left out of it. */
final class ReportPages {
    static final String PATH = "/api/reports";
    static final List<Parameter> LIST_PARAMETERS = List.of(
            Parameter.query("limit", "How many reports at most.", Parameter.integer(1, 1000, 100), "10"), Formats.F);

    private final EventStore store;
    private final EntityTags tags;

    ReportPages(EventStore store, EntityTags tags) {
        this.store = store;
        this.tags = tags;
    }

    void writeList(Context ctx, RequestParameters parameters) {
        int limit = parameters.integer("limit", 1, 1000, 100);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "reports",
                store.listReports(limit).stream()
                        .map(report -> summary(ctx, report))
                        .toList());
        Pages.write(ctx, parameters, "Reports", page);
    }

    void writeOne(Context ctx, RequestParameters parameters) {
        String id = ctx.pathParam("id");
        Report report = store.findReport(id)
                .orElseThrow(() -> ProblemException.of(404, "There is no report \"" + id + "\" here.")
                        .with("id", id));
        Map<String, Object> document = ReportJson.full(report, store.listOmissions(id));
        if (!tags.isCurrent(ctx)) {
            Pages.write(ctx, parameters, "Report " + id, document);
        }
    }

    private static Map<String, Object> summary(Context ctx, Report report) {
        Map<String, Object> document = ReportJson.summary(report);
        String path = PATH + "/" + Links.encode(report.id());
        document.put(
                "links", List.of(Links.of(ctx).link("self", path, "application/json", "The report with its text")));
        return document;
    }
}
