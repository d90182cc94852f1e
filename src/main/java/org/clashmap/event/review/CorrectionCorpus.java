package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.Omission;
import org.clashmap.event.SourceRef;
import org.clashmap.report.Report;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people decided about the events of reports, in the form of the gold reports: one object for each report all of whose
 * events are decided and that has a day of publication. Accepted events are its events; rejected ones, and what coding left
 * out, are passages that are none.
 */
public final class CorrectionCorpus {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CorrectionCorpus() {}

    /** Gives the records one by one, as lines of JSON, newest report first. */
    public static void forEach(EventStore store, Consumer<String> line) {
        for (Report report : store.listReports(Integer.MAX_VALUE)) {
            List<Event> events = ReportEvents.list(store, report.id());
            if (report.published() != null && isDecided(events)) {
                line.accept(JSON.writeValueAsString(record(report, events, store.listOmissions(report.id()))));
            }
        }
    }

    /** Every event was looked at by a person, and so each one that is missing is missing for a reason. */
    private static boolean isDecided(List<Event> events) {
        return !events.isEmpty()
                && events.stream()
                        .allMatch(event -> !event.successors().isEmpty()
                                || switch (ReviewStatus.of(event)) {
                                    case ACCEPTED, PUBLISHED, REJECTED, RETRACTED, GOLD -> true;
                                    case MACHINE, IN_REVIEW -> false;
                                });
    }

    private static ObjectNode record(Report report, List<Event> events, List<Omission> omissions) {
        ObjectNode record = JSON.createObjectNode();
        ObjectNode about = record.putObject("report");
        about.put("id", report.id());
        about.put("lang", report.language().code());
        about.put("publisher", report.source().publisher());
        about.put("title", report.source().title());
        about.put("url", report.source().url());
        about.put("publish_date", String.valueOf(report.published()));
        about.put("sha256", report.receipt().sha256());
        about.put("text", report.text());
        ObjectNode collection = record.putObject("events");
        collection.put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        ArrayNode traps = record.putArray("not_events");
        List<String> marks = new ArrayList<>();
        for (Event event : events) {
            if (!event.isWithdrawn()) {
                features.add(JSON.readTree(EventJson.toJson(event)));
                if (event.what().tier() == MapTier.DEFAULT_MAP) {
                    marks.add(event.id());
                }
            } else if (event.successors().isEmpty()) {
                addRejected(traps, report, event);
            }
        }
        for (Omission omission : omissions) {
            addTrap(traps, omission.quote(), omission.reason(), omission.trap());
        }
        ArrayNode ids = record.putObject("scoring").putArray("default_map_event_ids");
        marks.forEach(ids::add);
        return record;
    }

    private static void addRejected(ArrayNode traps, Report report, Event event) {
        String reason = event.editorial().review().reason();
        for (SourceRef source : event.account().sources()) {
            if (source.reportId().equals(report.id())) {
                source.evidence()
                        .forEach(quote -> addTrap(traps, quote, reason == null ? "rejected" : reason, "rejected"));
            }
        }
    }

    private static void addTrap(ArrayNode traps, Event.Quote quote, String reason, String trap) {
        ObjectNode node = traps.addObject();
        node.put("quote", quote.text());
        node.put("start", quote.start());
        node.put("end", quote.end());
        node.put("reason", reason);
        node.put("trap", trap);
    }
}
