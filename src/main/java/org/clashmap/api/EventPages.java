package org.clashmap.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Events as pages for people to read, made from their features: a list of them, and one with the words that prove it. */
final class EventPages {
    private EventPages() {}

    /** @param links of the page; those to other pages lead to pages to read */
    static String list(
            Map<String, String> given, long matched, List<JsonNode> features, List<Map<String, Object>> links) {
        StringBuilder html = new StringBuilder(4096);
        html.append("<form action=\"").append(EventItems.PATH).append("\" method=\"get\" role=\"search\">\n");
        html.append("<input type=\"hidden\" name=\"f\" value=\"html\">\n");
        field(html, "q", "Words", given);
        field(html, "datetime", "Days, as 2025-04-01/..", given);
        field(html, "filter", "Filter (CQL2)", given);
        html.append("<button>Find</button>\n</form>\n<p>")
                .append(matched)
                .append(matched == 1 ? " event" : " events")
                .append(" found, ")
                .append(features.size())
                .append(
                        " on this page. <a href=\"/api/collections/events/queryables?f=html\">What can be asked</a></p>\n");
        html.append("<table><thead><tr><th>Day</th><th>What</th><th>Where</th><th>Known to</th><th>Deaths</th>")
                .append("<th>Sources</th></tr></thead><tbody>\n");
        features.forEach(feature -> row(html, feature));
        html.append("</tbody></table>\n<nav><ul>\n");
        for (Map<String, Object> link : links) {
            link(html, link, given);
        }
        return Pages.page("Events", html.append("</ul></nav>\n").toString());
    }

    private static void field(StringBuilder html, String name, String label, Map<String, String> given) {
        html.append("<label>")
                .append(Pages.escape(label))
                .append(" <input name=\"")
                .append(name)
                .append("\" value=\"")
                .append(Pages.escape(given.getOrDefault(name, "")))
                .append("\"></label>\n");
    }

    private static void row(StringBuilder html, JsonNode feature) {
        JsonNode properties = feature.path("properties");
        html.append("<tr><td>")
                .append(Pages.escape(days(properties)))
                .append("</td><td><a href=\"")
                .append(Pages.escape(pathOf(feature)))
                .append("?f=html\">")
                .append(Pages.escape(text(properties, "title")))
                .append("</a><br><small>")
                .append(Pages.escape(text(properties, "sub_event_type")))
                .append("</small></td><td>")
                .append(Pages.escape(place(properties)))
                .append("</td><td>")
                .append(Pages.escape(precision(properties)))
                .append("</td><td>")
                .append(Pages.escape(text(properties, "fatalities")))
                .append("</td><td>")
                .append(Pages.escape(text(properties, "number_of_sources")))
                .append("</td></tr>\n");
    }

    private static void link(StringBuilder html, Map<String, Object> link, Map<String, String> given) {
        String relation = String.valueOf(link.get("rel"));
        String href = String.valueOf(link.get("href"));
        String title = String.valueOf(link.get("title"));
        boolean page = relation.equals("next") || relation.equals("prev");
        if (relation.equals("alternate") && "text/html".equals(link.get("type"))) {
            return;
        }
        if (relation.equals("self")) {
            Map<String, String> asJson = new LinkedHashMap<>(given);
            asJson.put("f", "json");
            href = Links.withParameters(EventItems.PATH, asJson);
            title = "This page, for programs (GeoJSON)";
        } else if (page && !href.contains("f=html")) {
            href += "&f=html";
        } else if (relation.equals("collection")) {
            href += "?f=html";
        }
        html.append("<li><a href=\"")
                .append(Pages.escape(href))
                .append(page ? "\" rel=\"" + relation : "")
                .append("\">")
                .append(Pages.escape(title))
                .append("</a></li>\n");
    }

    /** One event: what matters first, then the words of the reports, then everything. */
    static String one(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        StringBuilder html = new StringBuilder(8192);
        html.append("<p><a href=\"/#e=")
                .append(Pages.escape(Links.encode(feature.path("id").asString(""))))
                .append("\">On the map</a> · <a href=\"")
                .append(Pages.escape(pathOf(feature)))
                .append("?f=json\">For programs (GeoJSON)</a> · <a href=\"")
                .append(EventItems.PATH)
                .append("?f=html\">All events</a></p>\n<dl>\n");
        fact(html, "What", text(properties, "event_type") + ": " + text(properties, "sub_event_type"));
        fact(html, "When", days(properties));
        fact(html, "Where", place(properties));
        fact(html, "Known to", precision(properties));
        fact(html, "Why there", text(properties.path("geocode"), "decision"));
        fact(html, "Who", actors(properties));
        fact(html, "Deaths", text(properties, "fatalities"));
        fact(html, "Certainty", text(properties, "certainty").replace('_', ' '));
        fact(html, "Review", text(properties.path("review"), "status").replace('_', ' '));
        fact(html, "Withheld", text(properties.path("sensitivity"), "notice"));
        html.append("</dl>\n<h2>What the reports say</h2>\n");
        properties.path("sources").forEach(source -> source(html, source));
        html.append("<h2>All properties</h2>\n<details><summary>Show</summary>\n")
                .append(Pages.body(feature))
                .append("</details>\n");
        return Pages.page(text(properties, "title"), html.toString());
    }

    private static void source(StringBuilder html, JsonNode source) {
        source.path("evidence")
                .forEach(quote -> html.append("<blockquote>")
                        .append(Pages.escape(text(quote, "quote")))
                        .append("</blockquote>\n"));
        String report = text(source, "report_id");
        html.append("<p>");
        List<String> words = new ArrayList<>();
        for (String name : List.of("publisher", "title", "publish_date")) {
            if (!text(source, name).isEmpty()) {
                words.add(Pages.escape(text(source, name)));
            }
        }
        html.append(String.join(", ", words));
        if (!report.isEmpty()) {
            html.append(" <a href=\"/api/reports/")
                    .append(Pages.escape(Links.encode(report)))
                    .append("?f=html\">The report</a>");
        }
        html.append("</p>\n");
    }

    private static void fact(StringBuilder html, String name, String value) {
        if (!value.isBlank()) {
            html.append("<dt>")
                    .append(Pages.escape(name))
                    .append("</dt><dd>")
                    .append(Pages.escape(value))
                    .append("</dd>\n");
        }
    }

    private static String pathOf(JsonNode feature) {
        return EventItems.PATH + "/" + Links.encode(feature.path("id").asString(""));
    }

    private static String days(JsonNode properties) {
        String start = text(properties, "date_start");
        String end = text(properties, "date_end");
        if (start.isEmpty() && end.isEmpty()) {
            return "not known";
        }
        return Objects.equals(start, end) ? start : start + " to " + end;
    }

    private static String place(JsonNode properties) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("location", "admin2", "admin1", "country")) {
            String part = text(properties, name);
            if (!part.isEmpty() && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? text(properties, "place_text") : String.join(", ", parts);
    }

    private static String precision(JsonNode properties) {
        String level = text(properties, "geo_level").replace('_', ' ');
        String radius = text(properties, "uncertainty_m");
        return radius.isEmpty() ? level : level + ", ± " + radius + " m";
    }

    private static String actors(JsonNode properties) {
        List<String> actors = new ArrayList<>();
        properties.path("actors").forEach(actor -> actors.add(text(actor, "name") + " (" + text(actor, "role") + ")"));
        return String.join("; ", actors);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
