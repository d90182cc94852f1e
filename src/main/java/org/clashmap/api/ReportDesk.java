package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clashmap.api.document.CodingJson;
import org.clashmap.api.document.ReportJson;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.Omission;
import org.clashmap.event.RecentEvents;
import org.clashmap.event.review.ReportEvents;
import org.clashmap.ingest.Ingester;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.report.Report;
import org.clashmap.report.ReportReader;
import org.clashmap.report.fetch.PageFetcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Takes reports in: one is coded and kept while its sender waits, several go through in the background. */
final class ReportDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Holdings holdings;
    private final ReportIntake intake;
    private final Jobs jobs = new Jobs();

    ReportDesk(Holdings holdings) {
        this.holdings = holdings;
        this.intake = new ReportIntake(new ReportReader(holdings.clock()), new PageFetcher());
    }

    void add(Context ctx, RequestParameters parameters) throws IOException {
        ReportIntake.Delivery delivery = intake.read(ctx, parameters);
        List<Report> reports = delivery.read().reports();
        if (reports.isEmpty()) {
            throw unreadable(delivery.read().notices());
        }
        if (reports.size() > 1) {
            addInBackground(ctx, delivery);
        } else if (EventStream.isWanted(ctx)) {
            stream(ctx, delivery);
        } else {
            answer(ctx, delivery);
        }
    }

    void writeJob(Context ctx, RequestParameters parameters) {
        String id = ctx.pathParam("id");
        Map<String, Object> job = jobs.find(id)
                .orElseThrow(() -> ProblemException.of(
                                404, "There is no job \"" + id + "\" here; jobs are forgotten when the server stops.")
                        .with("id", id));
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(job));
    }

    private static ProblemException unreadable(List<Notice> notices) {
        String why = notices.stream()
                .filter(notice -> notice.severity() == Severity.ERROR)
                .findFirst()
                .map(Notice::message)
                .orElse("there is no text in it.");
        return ProblemException.of(422, "No report can be read of it: " + why)
                .with("notices", CodingJson.notices(notices));
    }

    /** Not for several threads. */
    private Ingester ingester(List<Notice> notices) {
        return new Ingester(this::code, holdings.store(), notices::add);
    }

    private CodedReport code(Report report) {
        return holdings.coder().code(report, RecentEvents.before(holdings.store(), report.published()));
    }

    /** What became of one report. */
    private record Kept(
            Report report, List<Event> events, List<Omission> omissions, List<Notice> notices, boolean fresh) {}

    private Kept keep(ReportIntake.Delivery delivery) {
        Report report = delivery.read().reports().getFirst();
        List<Notice> notices = new ArrayList<>(delivery.read().notices());
        Ingester ingester = ingester(notices);
        ingester.add(report, delivery.bytesOf(report));
        if (ingester.summary().reports().failed() > 0) {
            throw ProblemException.of(500, notices.getLast().message()).with("notices", CodingJson.notices(notices));
        }
        return new Kept(
                report,
                ReportEvents.list(holdings.store(), report.id()),
                holdings.store().listOmissions(report.id()),
                notices,
                ingester.summary().reports().stored() > 0);
    }

    private static Map<String, Object> summary(Kept kept) {
        return Members.of(
                "report_id",
                kept.report.id(),
                "events",
                kept.events.stream().map(Event::id).toList(),
                "not_events",
                kept.omissions.size(),
                "notices",
                CodingJson.notices(kept.notices));
    }

    private void answer(Context ctx, ReportIntake.Delivery delivery) {
        Kept kept = keep(delivery);
        ctx.status(kept.fresh ? 201 : 200);
        ctx.header("Location", ReportPages.PATH + "/" + Links.encode(kept.report.id()));
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(summary(kept)));
    }

    private void stream(Context ctx, ReportIntake.Delivery delivery) throws IOException {
        ctx.status(201);
        EventStream stream = EventStream.begin(ctx);
        Report report = delivery.read().reports().getFirst();
        Map<String, Object> head = ReportJson.summary(report);
        head.put("report_id", report.id());
        head.put("text", report.text());
        stream.send("report", JSON.writeValueAsString(head));
        Kept kept;
        try {
            kept = keep(delivery);
        } catch (ProblemException failed) {
            stream.send("problem", JSON.writeValueAsString(Members.of("detail", failed.detail())));
            return;
        } catch (RuntimeException failure) {
            // The status is sent already, so the failure has to be told in the stream.
            String id = UUID.randomUUID().toString();
            LOG.error("unforeseen failure {} at {} {}", id, ctx.method(), ctx.path(), failure);
            String detail = "The server failed in a way that was not foreseen. Its log has the cause under " + id + ".";
            stream.send("problem", JSON.writeValueAsString(Members.of("detail", detail, "id", id)));
            return;
        }
        for (Event event : kept.events) {
            stream.send("event", EventJson.toJson(event));
        }
        for (Map<String, Object> omission : CodingJson.omissions(kept.omissions)) {
            stream.send("omission", JSON.writeValueAsString(omission));
        }
        for (Map<String, Object> notice : CodingJson.notices(kept.notices)) {
            stream.send("notice", JSON.writeValueAsString(notice));
        }
        stream.send("done", JSON.writeValueAsString(summary(kept)));
    }

    private void addInBackground(Context ctx, ReportIntake.Delivery delivery) {
        String id = jobs.begin(delivery.read().reports().size(), job -> {
            List<Notice> notices = new ArrayList<>(delivery.read().notices());
            Ingester ingester = ingester(notices);
            for (Report report : delivery.read().reports()) {
                ingester.add(report, delivery.bytesOf(report));
                job.advance(report.id(), ingester.summary(), notices);
            }
        });
        String path = "/api/jobs/" + id;
        ctx.status(202);
        ctx.header("Location", path);
        ctx.contentType("application/json")
                .result(JSON.writeValueAsBytes(Members.of(
                        "job",
                        id,
                        "href",
                        path,
                        "reports",
                        delivery.read().reports().size())));
    }
}
