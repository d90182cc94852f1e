package org.clashmap.api;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.api.Route.Endpoint;
import org.clashmap.api.Route.Says;
import org.clashmap.api.access.Role;
import org.clashmap.event.review.PlaceChoices;
import org.clashmap.event.review.ReviewDesk;
import org.clashmap.event.review.ReviewIndex;

/** The routes of the desk: handing in reports, deciding about events, and reading what waits and what was decided. */
final class ReviewRoutes {
    private static final String JSON = "application/json";
    private static final Parameter EVENT_ID = Parameter.path("id", "Id of the event.");

    private ReviewRoutes() {}

    static List<Route> of(Holdings holdings) {
        ReviewIndex index = new ReviewIndex(holdings.store());
        PlaceChoices choices = new PlaceChoices(holdings.gazetteer(), index);
        ReviewDesk desk =
                new ReviewDesk(holdings.store(), holdings.gazetteer(), holdings.coder(), choices, holdings.clock());
        List<Route> routes = new ArrayList<>();
        routes.addAll(events(new EventReview(holdings, desk)));
        routes.addAll(reports(new ReportDesk(holdings)));
        routes.addAll(pages(new ReviewPages(holdings, index, choices)));
        return routes;
    }

    private static List<Route> reports(ReportDesk desk) {
        return List.of(
                Route.write(
                        HandlerType.POST,
                        ReportPages.PATH,
                        new Says("addReport", "Reports", "Hand in a report; it is coded and kept", JSON, "object"),
                        ReportIntake.PARAMETERS,
                        ReportIntake.body(),
                        Role.CONTRIBUTOR,
                        desk::add),
                Route.get(
                                "/api/jobs/{id}",
                                new Says("getJob", "Reports", "How far a batch of reports is", JSON, "object"),
                                List.of(Parameter.path("id", "Id of the job.")),
                                desk::writeJob)
                        .needing(Role.CONTRIBUTOR));
    }

    private static List<Route> events(EventReview review) {
        return List.of(
                Route.write(
                        HandlerType.PATCH,
                        EventReview.PATH,
                        feature("decideEvent", "Decide about an event, or correct it"),
                        List.of(EVENT_ID),
                        EventReview.decisionBody(),
                        Role.REVIEWER,
                        review::decide),
                change("/merge", feature("mergeEvent", "Merge an event into another"), mergeBody(), review::merge),
                change("/split", feature("splitEvent", "Part an event into several"), splitBody(), review::split),
                change("/undo", feature("undoChange", "Undo the last change"), reasonBody(), review::undo),
                change(
                        "/sources",
                        feature("addSource", "Prove an event by another passage"),
                        passageBody(),
                        review::addSource),
                Route.write(
                        HandlerType.POST,
                        "/api/events",
                        feature("addEvent", "Add an event that coding passed over"),
                        List.of(),
                        passageBody(),
                        Role.REVIEWER,
                        review::add),
                Route.get(
                                EventReview.PATH + "/history",
                                new Says("getHistory", "Review", "Who changed an event, when and why", JSON, "object"),
                                List.of(EVENT_ID, Formats.F),
                                review::writeHistory)
                        .needing(Role.CONTRIBUTOR),
                Route.get(
                                EventReview.PATH + "/versions/{version}",
                                feature("getVersion", "An event as it was in one version"),
                                List.of(EVENT_ID, Parameter.path("version", "Number of the version, from 1.")),
                                review::writeVersion)
                        .needing(Role.CONTRIBUTOR));
    }

    private static List<Route> pages(ReviewPages pages) {
        return List.of(
                Route.get(
                                ReviewPages.QUEUE,
                                new Says("getQueue", "Review", "What waits for a person, by need", JSON, "object"),
                                ReviewPages.QUEUE_PARAMETERS,
                                pages::writeQueue)
                        .needing(Role.CONTRIBUTOR),
                Route.get(
                                "/api/review/reports/{id}",
                                new Says(
                                        "getReviewReport",
                                        "Review",
                                        "A report with its events of all states",
                                        JSON,
                                        "object"),
                                List.of(Parameter.path("id", "Id of the report.")),
                                pages::writeReport)
                        .needing(Role.CONTRIBUTOR),
                Route.get(
                                "/api/review/corrections",
                                new Says(
                                        "getCorrections",
                                        "Review",
                                        "What people decided, as a corpus to score",
                                        ReviewPages.LINES,
                                        "text"),
                                List.of(Parameter.query("f", "The format.", Parameter.oneOf("jsonl"), "jsonl")),
                                pages::writeCorrections)
                        .needing(Role.REVIEWER),
                Route.get(
                                "/api/review/events/{id}/candidates",
                                new Says("getCandidates", "Review", "The places an event may mean", JSON, "object"),
                                List.of(EVENT_ID),
                                pages::writeCandidates)
                        .needing(Role.CONTRIBUTOR));
    }

    private static Says feature(String operationId, String summary) {
        return new Says(operationId, "Review", summary, EventItems.GEOJSON, "feature");
    }

    private static Route change(String path, Says says, Route.Body body, Endpoint endpoint) {
        return Route.write(
                HandlerType.POST, EventReview.PATH + path, says, List.of(EVENT_ID), body, Role.REVIEWER, endpoint);
    }

    private static Route.Body mergeBody() {
        return new Route.Body(
                "The event that stays. If-Match must carry the ETag of the one that leaves.",
                Members.of(
                        "type",
                        "object",
                        "required",
                        List.of("with"),
                        "properties",
                        Members.of("with", Parameter.text(), "reason", Parameter.text())),
                Members.of("with", "rep-1c8586e07fd0a122-e1", "reason", "the same strike"));
    }

    private static Route.Body splitBody() {
        return new Route.Body(
                "What each part differs in. If-Match must carry the ETag of the event.",
                Members.of("type", "object", "required", List.of("parts")),
                Members.of(
                        "parts",
                        List.of(
                                Members.of("place", Members.of("candidate", 1)),
                                Members.of("place", Members.of("candidate", 2)))));
    }

    private static Route.Body reasonBody() {
        return new Route.Body(
                "Why. If-Match must carry the ETag of the event.",
                Members.of("type", "object", "properties", Members.of("reason", Parameter.text())),
                Members.of("reason", "a slip"));
    }

    private static Route.Body passageBody() {
        return new Route.Body(
                "A passage of a stored report, in code points.",
                Members.of("type", "object", "required", List.of("report_id", "start", "end")),
                Members.of("report_id", "rep-1c8586e07fd0a122", "start", 0, "end", 80));
    }
}
