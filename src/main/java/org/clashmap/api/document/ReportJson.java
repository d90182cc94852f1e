package org.clashmap.api.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.event.Omission;
import org.clashmap.report.Report;

/** Stored reports as JSON. The text is the report's own, untrusted, and is only ever to be shown as text. */
public final class ReportJson {
    private static final String WITHHELD =
            "The text is not shown: it tells of something that is held back, or that nobody has looked at yet.";

    private ReportJson() {}

    /** The whole report with what was left out of it. */
    public static Map<String, Object> full(Report report, List<Omission> omissions) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", report.id());
        document.put("text", report.text());
        addDescription(document, report);
        document.put("not_events", CodingJson.omissions(omissions));
        return document;
    }

    /** Without its text. */
    public static Map<String, Object> summary(Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", report.id());
        addDescription(document, report);
        return document;
    }

    /** For readers who may know that there is such a report, but not what it says: the words about something are held back. */
    public static Map<String, Object> named(Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", report.id());
        document.put("text", null);
        document.put("withheld", WITHHELD);
        document.put("lang", report.language().code());
        document.put("publisher", report.source().publisher());
        document.put("title", null);
        document.put("not_events", List.of());
        return document;
    }

    private static void addDescription(Map<String, Object> document, Report report) {
        document.put("lang", report.language().code());
        document.put("publisher", report.source().publisher());
        document.put("title", report.source().title());
        document.put("url", report.source().url());
        document.put(
                "publish_date",
                report.published() == null ? null : report.published().toString());
        document.put("sha256", report.receipt().sha256());
        document.put("media_type", report.receipt().mediaType());
        document.put("bytes", report.receipt().sizeBytes());
        document.put("collected_at", report.receipt().collectedAt());
        document.put("collected_by", report.receipt().collectedBy());
    }
}
