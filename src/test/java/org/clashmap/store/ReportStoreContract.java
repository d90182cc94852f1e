package org.clashmap.store;

import static org.clashmap.Refusal.messageOf;
import static org.clashmap.event.EventSamples.at;
import static org.clashmap.event.EventSamples.next;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.Omission;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do with reports. */
abstract class ReportStoreContract {
    static final LocalDate DAY = LocalDate.of(2025, 4, 8);
    static final LonLat KYIV = new LonLat(30.5238, 50.45466);

    EventStore store = new MemoryStore();

    abstract EventStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    static Report report(String id, @Nullable LocalDate published) {
        return new Report(
                id,
                "Text of " + id + ": обстріл, \uD83D\uDCA5\nand <script>alert(1)</script>",
                Language.UK,
                published,
                new Report.Source("The Gazette", null, "https://example.org/" + id),
                new Report.Receipt("ab".repeat(32), "text/plain", 12, "2025-04-09T00:00:00Z", "file"));
    }

    static CodedReport coded(Event... events) {
        return new CodedReport(List.of(events), List.of(), List.of());
    }

    void add(Event... events) {
        assertTrue(store.addReport(report("rep-" + events[0].id(), DAY), coded(events)));
    }

    List<String> ids(EventQuery query) {
        return store.list(query).stream().map(Event::id).toList();
    }

    static List<String> documents(List<Event> events) {
        return events.stream().map(EventJson::toJson).toList();
    }

    @Test
    void aReportComesBackWithItsTextAndItsBytes() {
        Report report = report("rep-1", DAY);
        byte[] received = "as received \r\n".getBytes(StandardCharsets.UTF_8);
        assertTrue(store.addReport(report, coded(), received));
        assertEquals(report, store.findReport("rep-1").orElseThrow());
        assertArrayEquals(received, store.findReceived("rep-1").orElseThrow());
        assertEquals(Optional.empty(), store.findReceived("rep-2"));
        assertEquals(Optional.empty(), store.findReport("rep-2"));
    }

    @Test
    void theSameReportAgainChangesNothing() {
        add(at("a", KYIV, DAY));
        long before = store.dataVersion();
        Report other = report("rep-a", null);
        assertFalse(store.addReport(other, coded(at("b", KYIV, DAY))));
        assertEquals(List.of("a"), ids(EventQuery.all()));
        assertEquals(DAY, store.findReport("rep-a").orElseThrow().published());
        assertEquals(before, store.dataVersion());
    }

    @Test
    void aReportAndWhatItChangesInOthersAreKeptTogetherOrNotAtAll() {
        Event a = at("a", KYIV, DAY);
        add(a);
        Event b = at("b", KYIV, DAY);
        Event after = next(b, "accepted");
        assertTrue(store.addReport(report("rep-b", DAY), coded(b), null, List.of(next(a, "in_review"), after)));
        assertEquals(2, store.find("a").orElseThrow().version());
        assertEquals(documents(List.of(b, after)), documents(store.listVersions("b")));
        long before = store.dataVersion();
        String message = messageOf(
                IllegalStateException.class,
                () -> store.addReport(report("rep-c", DAY), coded(at("c", KYIV, DAY)), null, List.of(next(a, "late"))));
        assertTrue(message.contains("event a is at version 2; version 2"), message);
        assertTrue(messageOf(() -> store.addReport(
                        report("rep-d", DAY), coded(at("d", KYIV, DAY)), null, List.of(at("nobody", KYIV, DAY))))
                .contains("no event nobody"));
        assertEquals(Optional.empty(), store.findReport("rep-c"));
        assertEquals(Optional.empty(), store.find("d"));
        assertEquals(before, store.dataVersion());
    }

    @Test
    void reportsAreListedNewestFirstAndUndatedLast() {
        store.addReport(report("rep-1", null), coded());
        store.addReport(report("rep-2", DAY), coded());
        store.addReport(report("rep-4", DAY.plusDays(1)), coded());
        store.addReport(report("rep-3", DAY), coded());
        assertEquals(
                List.of("rep-4", "rep-2", "rep-3", "rep-1"),
                store.listReports(9).stream().map(Report::id).toList());
        assertEquals(2, store.listReports(2).size());
    }

    @Test
    void omissionsAreListedInTextOrder() {
        Omission late = new Omission(new Event.Quote("later", 50, 55, List.of()), "negation", "did not happen");
        Omission early = new Omission(new Event.Quote("early", 5, 10, List.of("a", "b")), "metonym", "a government");
        store.addReport(report("rep-1", DAY), new CodedReport(List.of(), List.of(late, early), List.of()));
        assertEquals(List.of(early, late), store.listOmissions("rep-1"));
        assertEquals(List.of(), store.listOmissions("rep-2"));
    }

    @Test
    void aReportWithAKnownEventLeavesNothingHalfWritten() {
        add(at("a", KYIV, DAY));
        long before = store.dataVersion();
        CodedReport clash = new CodedReport(
                List.of(at("new", KYIV, DAY), at("a", KYIV, DAY)),
                List.of(new Omission(new Event.Quote("q", 0, 1, List.of()), "negation", "r")),
                List.of());
        String message = messageOf(() -> store.addReport(report("rep-2", DAY), clash));
        assertTrue(message.contains("rep-2") && message.contains("event a"), message);
        messageOf(() -> store.addReport(report("rep-3", DAY), coded(at("twin", KYIV, DAY), at("twin", KYIV, DAY))));
        assertEquals(List.of("a"), ids(EventQuery.all()));
        assertEquals(Optional.empty(), store.find("new"));
        assertEquals(Optional.empty(), store.findReport("rep-2"));
        assertEquals(List.of(), store.listOmissions("rep-2"));
        assertEquals(before, store.dataVersion());
        assertTrue(store.addReport(report("rep-2", DAY), coded(at("new", KYIV, DAY))));
    }
}
