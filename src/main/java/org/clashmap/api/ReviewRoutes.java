package org.clashmap.api;

import io.javalin.http.HandlerType;
import java.util.List;
import org.clashmap.api.Route.Says;
import org.clashmap.api.access.Role;

/** The routes of the desk: deciding about events and reading what was decided. */
final class ReviewRoutes {
    private static final String JSON = "application/json";

    private ReviewRoutes() {}

    static List<Route> of(Holdings holdings) {
        EventReview review = new EventReview(holdings);
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
