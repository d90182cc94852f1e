package org.clashmap.api;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.api.Route.Says;

/** All routes of the API, in the order of the document. */
final class Routes {
    private static final String JSON = "application/json";
    private static final List<Parameter> FORMAT = List.of(Formats.F);

    private Routes() {}

    static List<Route> of(Holdings holdings, EntityTags tags, LiveEvents live) {
        List<Route> routes = new ArrayList<>();
        addDescriptions(routes, new Landing(holdings));
        addCollections(routes, holdings, tags);
        IndexRoutes.add(routes, holdings, tags, live);
        addReports(routes, new ReportPages(holdings, tags));
        addCoding(routes, new Coding(holdings));
        routes.addAll(ReviewRoutes.of(holdings));
        addHealth(routes, new Health(holdings.store()));
        routes.add(Route.get(
                "/api/session",
                new Says("getSession", "Description", "Who the server takes the caller for", JSON, "session"),
                List.of(),
                Access::writeSession));
        OpenApiDocument document = new OpenApiDocument(routes);
        routes.add(Route.get(
                "/api/openapi.json",
                new Says("getApiDocument", "Description", "This document", OpenApiDocument.MEDIA_TYPE, "object"),
                List.of(),
                document::write));
        routes.add(Route.get(
                "/api/docs",
                new Says("getDocumentation", "Description", "The API explained, as a page", "text/html", "text"),
                List.of(),
                new DocsPage(routes)::write));
        return List.copyOf(routes);
    }

    private static void addDescriptions(List<Route> routes, Landing landing) {
        routes.add(Route.get(
                "/api",
                new Says(
                        "getLandingPage",
                        "Description",
                        "What there is, with versions and credits",
                        JSON,
                        "landingPage"),
                FORMAT,
                landing::writeLanding));
        routes.add(Route.get(
                "/api/conformance",
                new Says("getConformance", "Description", "What the API conforms to", JSON, "confClasses"),
                FORMAT,
                landing::writeConformance));
        routes.add(Route.get(
                "/api/collections",
                new Says("getCollections", "Description", "The collections", JSON, "collections"),
                FORMAT,
                landing::writeCollections));
        routes.add(Route.get(
                "/api/collections/events",
                new Says("getEventsCollection", "Events", "The collection of events", JSON, "collection"),
                FORMAT,
                landing::writeEvents));
        routes.add(Route.get(
                "/api/collections/places",
                new Says("getPlacesCollection", "Places", "The collection of places", JSON, "collection"),
                FORMAT,
                landing::writePlaces));
    }

    private static void addCollections(List<Route> routes, Holdings holdings, EntityTags tags) {
        EventItems events = new EventItems(holdings, tags);
        routes.add(Route.get(
                EventItems.PATH,
                new Says("getEvents", "Events", "A page of events", EventItems.GEOJSON, "featureCollection"),
                ItemsRequest.PARAMETERS,
                events::writePage));
        routes.add(Route.get(
                EventItems.PATH + "/{id}",
                new Says("getEvent", "Events", "One event, in its current version", EventItems.GEOJSON, "feature"),
                List.of(Parameter.path("id", "Id of the event."), FeatureCrs.PARAMETER, Formats.F),
                events::writeOne));
        for (EventSchemas.Kind kind : EventSchemas.Kind.values()) {
            routes.add(Route.get(
                    kind.path(),
                    new Says(kind.operationId(), "Events", kind.title(), EventSchemas.MEDIA_TYPE, "object"),
                    FORMAT,
                    (ctx, parameters) -> EventSchemas.write(ctx, parameters, kind)));
        }
        PlaceItems places = new PlaceItems(holdings.gazetteer(), holdings.clock());
        routes.add(Route.get(
                PlaceItems.PATH,
                new Says("getPlaces", "Places", "Search for places", EventItems.GEOJSON, "featureCollection"),
                PlaceItems.PARAMETERS,
                places::write));
        routes.add(Route.get(
                PlaceItems.PATH + "/{id}",
                new Says("getPlace", "Places", "One place, with its names and units", EventItems.GEOJSON, "feature"),
                List.of(Parameter.path("id", "Id of the place, such as gn:691877."), FeatureCrs.CRS84_ONLY, Formats.F),
                places::writeOne));
    }

    private static void addReports(List<Route> routes, ReportPages reports) {
        routes.add(Route.get(
                ReportPages.PATH,
                new Says("getReports", "Reports", "The stored reports, newest first", JSON, "object"),
                ReportPages.LIST_PARAMETERS,
                reports::writeList));
        routes.add(Route.get(
                ReportPages.PATH + "/{id}",
                new Says("getReport", "Reports", "A report with its text and what was left out of it", JSON, "object"),
                List.of(Parameter.path("id", "Id of the report."), Formats.F),
                reports::writeOne));
    }

    private static void addCoding(List<Route> routes, Coding coding) {
        routes.add(Route.question(
                "/api/code",
                new Says("codeText", "Coding", "Code a text into events; nothing is stored", JSON, "object"),
                Coding.PARAMETERS,
                Coding.body(false),
                coding::code));
        routes.add(Route.question(
                "/api/geoparse",
                new Says("geoparseText", "Coding", "Find the toponyms of a text; nothing is stored", JSON, "object"),
                Coding.PARAMETERS,
                Coding.body(true),
                coding::geoparse));
    }

    private static void addHealth(List<Route> routes, Health health) {
        routes.add(Route.get(
                "/health/live",
                new Says("getLiveness", "Health", "Whether the process lives", JSON, "object"),
                List.of(),
                health::writeLive));
        routes.add(Route.get(
                "/health/ready",
                new Says("getReadiness", "Health", "Whether the server can answer", JSON, "object"),
                List.of(),
                health::writeReady));
    }
}
