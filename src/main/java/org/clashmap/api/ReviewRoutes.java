package org.clashmap.api;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.api.Route.Says;
import org.clashmap.api.access.Role;

/** The routes of the desk: deciding about events and reading what was decided. */
final class ReviewRoutes {
    private static final String JSON = "application/json";

    private ReviewRoutes() {}

    static List<Route> of(Holdings holdings) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(events(new EventReview(holdings)));
        routes.addAll(reports(new ReportDesk(holdings)));
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
        Parameter id = Parameter.path("id", "Id of the event.");
        return List.of(
                Route.write(
                        HandlerType.PATCH,
                        EventReview.PATH,
                        new Says(
                                "decideEvent",
                                "Review",
                                "Decide about an event, or correct it",
                                EventItems.GEOJSON,
                                "feature"),
                        List.of(id),
                        EventReview.decisionBody(),
                        Role.REVIEWER,
                        review::decide),
                Route.get(
                                EventReview.PATH + "/history",
                                new Says("getHistory", "Review", "Who changed an event, when and why", JSON, "object"),
                                List.of(id, Formats.F),
                                review::writeHistory)
                        .needing(Role.CONTRIBUTOR),
                Route.get(
                                EventReview.PATH + "/versions/{version}",
                                new Says(
                                        "getVersion",
                                        "Review",
                                        "An event as it was in one version",
                                        EventItems.GEOJSON,
                                        "feature"),
                                List.of(id, Parameter.path("version", "Number of the version, from 1.")),
                                review::writeVersion)
                        .needing(Role.CONTRIBUTOR));
    }
}
