package org.clashmap.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.event.EventQuery;
import org.clashmap.event.publish.Publisher;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.map.IndexFilter;

/** The pages that say what there is: landing page, conformance and the collections (OGC API Features, part 1). */
final class Landing {
    private static final String JSON = "application/json";
    private static final String CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private static final String CRS = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
    private static final String FILTER = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    private static final String SCHEMAS = "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/";
    private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
    private static final List<String> CONFORMS_TO = List.of(
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
            CORE + "core",
            CORE + "oas30",
            CORE + "html",
            CORE + "geojson",
            CRS + "crs",
            FILTER + "queryables",
            FILTER + "queryables-query-parameters",
            FILTER + "filter",
            FILTER + "features-filter",
            CQL2 + "cql2-text",
            CQL2 + "cql2-json",
            CQL2 + "basic-cql2",
            CQL2 + "advanced-comparison-operators",
            CQL2 + "case-insensitive-comparison",
            CQL2 + "accent-insensitive-comparison",
            CQL2 + "basic-spatial-functions",
            CQL2 + "basic-spatial-functions-plus",
            CQL2 + "spatial-functions",
            CQL2 + "temporal-functions",
            CQL2 + "array-functions",
            CQL2 + "property-property",
            CQL2 + "arithmetic",
            SCHEMAS + "schemas",
            SCHEMAS + "core-roles-features",
            SCHEMAS + "queryables",
            SCHEMAS + "sortables",
            SCHEMAS + "returnables-and-receivables");
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private final Holdings holdings;

    Landing(Holdings holdings) {
        this.holdings = holdings;
    }

    void writeLanding(Context ctx, RequestParameters parameters) {
        Links links = Links.of(ctx);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", "Clashmap");
        page.put(
                "description",
                "War reports as geocoded events: GeoJSON over an OGC API, with the words that prove each.");
        page.put(
                "links",
                List.of(
                        links.link("self", "/api", JSON, "This page"),
                        links.link("alternate", "/api?f=html", "text/html", "This page as HTML"),
                        links.link("service-desc", "/api/openapi.json", OpenApiDocument.MEDIA_TYPE, "The API document"),
                        links.link("service-doc", "/api/docs", "text/html", "The API, explained"),
                        links.link("conformance", "/api/conformance", JSON, "What the API conforms to"),
                        links.link("data", "/api/collections", JSON, "The collections"),
                        links.link("items", EventItems.PATH, EventItems.GEOJSON, "The events of the default map"),
                        links.link("related", "/api/reports", JSON, "The stored reports"),
                        links.link("related", "/", "text/html", "The map")));
        page.put("data_version", holdings.store().dataVersion());
        page.put("gazetteer_version", holdings.gazetteer().version());
        page.put("sample", holdings.hasSample());
        page.put("publishing", publishing());
        page.put("credits", credits());
        Pages.write(ctx, parameters, "Clashmap API", page);
    }

    /** Which events readers see here, so that nobody takes what a machine coded for what somebody has checked. */
    private Map<String, Object> publishing() {
        Publisher publisher = holdings.guard().publisher();
        String notice = switch (publisher.release()) {
            case ACCEPTED -> "Readers see events that a person has accepted.";
            case ALL ->
                "Readers also see events that the machine coded and nobody has checked; review.status says which.";
        };
        return Members.of(
                "readers_see",
                publisher.release().wire(),
                "notice",
                notice,
                "rules",
                publisher.rules().rules().keySet());
    }

    void writeConformance(Context ctx, RequestParameters parameters) {
        Pages.write(ctx, parameters, "Conformance", Members.of("conformsTo", CONFORMS_TO));
    }

    void writeCollections(Context ctx, RequestParameters parameters) {
        Links links = Links.of(ctx);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("links", selfAndHtml(links, "/api/collections"));
        page.put("collections", List.of(events(ctx, links), places(links)));
        Pages.write(ctx, parameters, "Collections", page);
    }

    void writeEvents(Context ctx, RequestParameters parameters) {
        Pages.write(ctx, parameters, "Events", events(ctx, Links.of(ctx)));
    }

    void writePlaces(Context ctx, RequestParameters parameters) {
        Pages.write(ctx, parameters, "Places", places(Links.of(ctx)));
    }

    private Map<String, Object> events(Context ctx, Links links) {
        Map<String, Object> collection = collection(
                links,
                "events",
                "Events",
                "What reports tell, coded and geocoded; tier 1 unless map_tier says otherwise.");
        collection.put("crs", FeatureCrs.OFFERED);
        collection.put("storageCrs", CRS84);
        collection.put("links", eventLinks(links, collection));
        collection.put(
                "extent",
                Members.of(
                        "spatial", Members.of("bbox", List.of(List.of(-180, -90, 180, 90)), "crs", CRS84),
                        "temporal", Members.of("interval", List.of(openInterval()))));
        collection.put(
                "numberOfEvents",
                holdings.index().view().count(IndexFilter.of(EventQuery.all()), Access.audienceOf(ctx)));
        return collection;
    }

    private static List<Map<String, Object>> eventLinks(Links links, Map<String, Object> collection) {
        List<Map<String, Object>> list = new ArrayList<>();
        if (collection.get("links") instanceof List<?> usual) {
            usual.forEach(link -> {
                @SuppressWarnings("unchecked") // made by collection()
                Map<String, Object> one = (Map<String, Object>) link;
                list.add(one);
            });
        }
        list.add(links.link("items", EventItems.PATH + "?f=html", "text/html", "Events, to read"));
        list.add(links.link("items", EventItems.PATH + "?f=csv", "text/csv", "Events, as a table"));
        for (EventSchemas.Kind kind : EventSchemas.Kind.values()) {
            list.add(links.link(kind.relation(), kind.path(), EventSchemas.MEDIA_TYPE, kind.title()));
        }
        return list;
    }

    private Map<String, Object> places(Links links) {
        return collection(
                links, "places", "Places", "The gazetteer: search by name with q, or around a position with near.");
    }

    private static Map<String, Object> collection(Links links, String id, String title, String description) {
        String path = "/api/collections/" + id;
        List<Map<String, Object>> list = new ArrayList<>(selfAndHtml(links, path));
        list.add(links.link("items", path + "/items", EventItems.GEOJSON, title));
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("id", id);
        collection.put("title", title);
        collection.put("description", description);
        collection.put("itemType", "feature");
        collection.put("crs", List.of(CRS84));
        collection.put("links", list);
        return collection;
    }

    private static List<Map<String, Object>> selfAndHtml(Links links, String path) {
        return List.of(
                links.link("self", path, JSON, "This page"),
                links.link("alternate", path + "?f=html", "text/html", "This page as HTML"));
    }

    private static List<Object> openInterval() {
        List<Object> interval = new ArrayList<>();
        interval.add(null);
        interval.add(null);
        return interval;
    }

    private List<Map<String, Object>> credits() {
        return holdings.gazetteer().credits().stream().map(Landing::credit).toList();
    }

    private static Map<String, Object> credit(Gazetteer.Credit credit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", credit.source());
        document.put("licence", credit.licence());
        document.put("url", credit.url());
        document.put("layer", credit.layer());
        document.put("places", credit.places());
        return document;
    }
}
