package org.clashmap.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.Omission;
import org.clashmap.geo.LonLat;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.report.Report;
import org.clashmap.store.MemoryStore;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

class IngesterTest {
    private final MemoryStore store = new MemoryStore();
    private final List<Notice> notices = new ArrayList<>();

    private static Report report(String id) {
        return new Report(
                id,
                "Text of " + id,
                Language.EN,
                null,
                new Report.Source(null, "Title " + id, null),
                new Report.Receipt("00", "text/plain", 1, "2026-01-01T00:00:00Z", "file"));
    }

    /** Two events, one of them on the default map, and one omission; a report called bad cannot be coded. */
    private static CodedReport code(Report report) {
        if (report.id().equals("rep-bad")) {
            throw new IllegalStateException("a fault in the coder");
        }
        return new CodedReport(
                List.of(
                        EventSamples.at(report.id() + "-1", null, null),
                        EventSamples.small(report.id() + "-2", MapTier.OPT_IN, null, null, null, null)),
                List.of(new Omission(new Event.Quote("Text", 0, 4, List.of()), "negation", "it did not happen")),
                List.of(new Notice("date_missing", Severity.WARNING, report.id(), "no date")));
    }

    @Test
    void oneReportThatCannotBeCodedStopsNothing() {
        Ingester ingester = new Ingester(IngesterTest::code, store, notices::add);
        ingester.add(report("rep-1"));
        ingester.add(report("rep-bad"));
        ingester.add(report("rep-2"));
        IngestSummary summary = ingester.summary();
        assertEquals(new IngestSummary.Reports(2, 0, 1), summary.reports());
        assertEquals(4, summary.events());
        assertEquals(2, summary.onMap());
        assertEquals(2, summary.leftOut());
        assertTrue(summary.hasErrors());
        assertEquals(4, store.count(EventQuery.all()));
        assertTrue(store.findReport("rep-bad").isEmpty());
        assertEquals(
                List.of("date_missing", "coding_failed", "date_missing"),
                notices.stream().map(Notice::code).toList());
        assertTrue(notices.get(1).where().contains("Title rep-bad"));
    }

    @Test
    void storedReportIsANoteAndNotCodedAgain() {
        Ingester ingester = new Ingester(IngesterTest::code, store, notices::add);
        ingester.add(report("rep-1"));
        long version = store.dataVersion();
        Ingester again = new Ingester(
                report -> {
                    throw new IllegalStateException("coded again");
                },
                store,
                notices::add);
        again.add(report("rep-1"));
        assertEquals(new IngestSummary.Reports(0, 1, 0), again.summary().reports());
        assertEquals(version, store.dataVersion());
        assertEquals("report_known", notices.getLast().code());
        assertEquals(Severity.INFO, notices.getLast().severity());
    }

    @Test
    void eventIdThatIsTakenFailsTheReportAndKeepsTheStore() {
        Ingester ingester = new Ingester(report -> code(report("rep-1")), store, notices::add);
        ingester.add(report("rep-1"));
        ingester.add(report("rep-2"));
        assertEquals(new IngestSummary.Reports(1, 0, 1), ingester.summary().reports());
        assertEquals(2, store.count(EventQuery.all()));
    }

    @Test
    void theSameReportsAgainAddNothingAndTheirOrderGivesOneResult() {
        List<String> first = documentsAfter(new MemoryStore(), 2);
        assertEquals(first, documentsAfter(new MemoryStore(), 1));
        assertEquals(1, first.size(), first.toString());
    }

    private static List<String> documentsAfter(EventStore events, int times) {
        for (int i = 0; i < times; i++) {
            Ingester ingester = new Ingester(IngesterTest::strike, events, notice -> {});
            for (String id : List.of("rep-a", "rep-b", "rep-c")) {
                ingester.add(report(id));
            }
            assertEquals(i == 0 ? 3 : 0, ingester.summary().reports().stored());
            assertEquals(i == 0 ? 2 : 0, ingester.summary().merges().merged());
        }
        return events.list(EventQuery.all()).stream().map(EventJson::toJson).toList();
    }

    private static CodedReport strike(Report report) {
        Event event = EventSamples.at(report.id() + "-e1", new LonLat(30.5, 50.4), LocalDate.of(2025, 4, 8));
        return new CodedReport(List.of(event), List.of(), List.of());
    }

    @Test
    void eventsStayApartWhereThatIsAskedFor() {
        Ingester ingester = Ingester.keepingApart(IngesterTest::strike, store, notices::add);
        ingester.add(report("rep-a"));
        ingester.add(report("rep-b"));
        assertEquals(2, store.count(EventQuery.all()));
    }
}
