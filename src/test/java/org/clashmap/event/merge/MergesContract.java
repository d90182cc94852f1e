package org.clashmap.event.merge;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

/** Merging and parting by hand, the same over every store. */
public abstract class MergesContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-10T00:00:00Z"));

    protected abstract EventStore open();

    private static void add(EventStore store, Event event) {
        Report report = new Report(
                "rep-" + event.id(),
                "Text " + event.id(),
                Language.EN,
                Tale.DAY,
                new Report.Source(null, null, null),
                new Report.Receipt("ab".repeat(32), "text/plain", 1, "2025-04-09T00:00:00Z", "file"));
        assertTrue(store.addReport(report, new CodedReport(List.of(event), List.of(), List.of())));
    }

    private static List<String> listed(EventStore store) {
        return store.list(EventQuery.all()).stream().map(Event::id).sorted().toList();
    }

    /** All of an event but its version, its history and its notes on merging. */
    private static String content(Event event) {
        Event bare = new Event(
                new Event.Identity(event.id(), 1, null, null, List.of()),
                event.what(),
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                event.account(),
                new Event.Editorial(
                        event.editorial().review(), event.editorial().sensitivity(), List.of()));
        return EventJson.toJson(bare);
    }

    @Test
    void aMergedIdLeadsToTheEventThatStaysAndComesBackAsItWas() {
        try (EventStore store = open()) {
            add(store, Tale.of("a").dead(3, 3, 3).tell());
            add(store, Tale.of("b").dead(4, 4, 4).tell());
            Merges merges = new Merges(store, CLOCK);
            Event merged = merges.merge("a", "b", "desk", "one strike");
            assertEquals(2, merged.version());
            assertEquals(new Event.Estimate(3, 3, 4), merged.toll().deaths());
            assertEquals(List.of("a"), listed(store));
            assertEquals("a", Merges.findCurrent(store, "b").orElseThrow().id());
            assertEquals("a", store.find("b").orElseThrow().supplement().text("merged_into"));
            assertEquals(
                    "one strike",
                    Objects.requireNonNull(last(merged).reason()).replaceFirst("^merged b \\(Outlet b\\): ", ""));
            Event back = merges.unmerge("b", "desk", "two strikes");
            assertEquals(content(Tale.of("b").dead(4, 4, 4).tell()), content(back));
            assertEquals(
                    content(Tale.of("a").dead(3, 3, 3).tell()),
                    content(store.find("a").orElseThrow()));
            assertEquals(List.of("a", "b"), listed(store));
            assertEquals(3, store.find("a").orElseThrow().version());
            assertEquals("split", last(back).action());
        }
    }

    private static Event.Change last(Event event) {
        return event.editorial().history().getLast();
    }

    @Test
    void whatCannotBeMergedIsRefusedWithTheReason() {
        try (EventStore store = open()) {
            for (String id : List.of("a", "b", "c")) {
                add(store, Tale.of(id).tell());
            }
            Merges merges = new Merges(store, CLOCK);
            merges.merge("a", "b", "desk", "one");
            assertTrue(messageOf(() -> merges.merge("c", "b", "desk", "x")).contains("merged into a already"));
            assertTrue(messageOf(() -> merges.merge("a", "a", "desk", "x")).contains("itself"));
            assertTrue(messageOf(() -> merges.merge("a", "nobody", "desk", "x")).contains("no event nobody"));
            assertTrue(messageOf(() -> merges.unmerge("c", "desk", "x")).contains("not merged"));
            assertEquals(List.of("a", "c"), listed(store));
        }
    }

    @Test
    void whatAPersonChangedAfterAMergeStays() {
        try (EventStore store = open()) {
            for (String id : List.of("a", "b", "c")) {
                add(store, Tale.of(id).dead(2, 2, 2).tell());
            }
            Merges merges = new Merges(store, CLOCK);
            Event merged = merges.merge("a", "b", "desk", "one");
            Event.Toll known = Tale.of("x").dead(7, 7, 7).tell().toll();
            List<Event.Change> history = new ArrayList<>(merged.editorial().history());
            history.add(new Event.Change(3, "2025-04-10T00:00:00Z", "desk", "edit", "counted on the spot"));
            store.addVersion(new Event(
                    new Event.Identity("a", 3, null, null, List.of()),
                    merged.what(),
                    merged.when(),
                    merged.where(),
                    merged.who(),
                    known,
                    merged.account(),
                    new Event.Editorial(
                            new Event.Review("accepted", "desk", null, null),
                            merged.editorial().sensitivity(),
                            history),
                    merged.supplement()));
            Event again = merges.merge("a", "c", "desk", "one");
            assertEquals(known, again.toll());
            assertEquals("accepted", again.editorial().review().status());
            assertEquals(3, again.account().sources().size());
            merges.unmerge("b", "desk", "no");
            assertEquals(known, store.find("a").orElseThrow().toll());
            assertEquals(2, store.find("a").orElseThrow().account().sources().size());
        }
    }

    /** The model: which event holds which, and the tellings in the order of merging. */
    @Test
    void anyRowOfMergesAndPartingsStandsAsTheModelSays() {
        long seed = 20250408;
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            try (EventStore store = open()) {
                Map<String, Telling> own = new TreeMap<>();
                Map<String, List<String>> members = new TreeMap<>();
                Map<String, String> into = new TreeMap<>();
                for (int i = 0; i < 7; i++) {
                    Tale tale = Tale.of("e" + i)
                            .within(2000 + random.nextInt(5) * 1000, 1)
                            .by(random.nextBoolean() ? "Outlet " + random.nextInt(3) : "TASS");
                    Event event = (random.nextBoolean() ? tale.dead(i, i + 1, i + 2) : tale).tell();
                    add(store, event);
                    own.put(event.id(), new Telling(store.find(event.id()).orElseThrow()));
                    members.put(event.id(), new ArrayList<>());
                }
                Merges merges = new Merges(store, CLOCK);
                for (int step = 0; step < 25; step++) {
                    String one = "e" + random.nextInt(7);
                    String other = "e" + random.nextInt(7);
                    if (into.containsKey(one)) {
                        merges.unmerge(one, "desk", "step " + step);
                        Objects.requireNonNull(members.get(into.remove(one))).remove(one);
                    } else if (!one.equals(other) && !into.containsKey(other)) {
                        merges.merge(other, one, "desk", "step " + step);
                        Objects.requireNonNull(members.get(other)).add(one);
                        into.put(one, other);
                    }
                    check(store, own, members, into, "seed " + seed + ", round " + round + ", step " + step);
                }
            }
        }
    }

    private static void check(
            EventStore store,
            Map<String, Telling> own,
            Map<String, List<String>> members,
            Map<String, String> into,
            String where) {
        assertEquals(own.keySet().stream().filter(id -> !into.containsKey(id)).toList(), listed(store), where);
        for (String id : own.keySet()) {
            String root = id;
            while (into.containsKey(root)) {
                root = into.get(root);
            }
            Event current = Merges.findCurrent(store, id).orElseThrow();
            assertEquals(root, current.id(), where);
            List<Telling> tellings = new ArrayList<>();
            collect(root, own, members, tellings);
            assertEquals(content(Combination.of(tellings)), content(current), where);
            List<Event> versions = store.listVersions(id);
            for (int i = 0; i < versions.size(); i++) {
                assertEquals(i + 1, versions.get(i).version(), where);
            }
        }
    }

    private static void collect(
            String id, Map<String, Telling> own, Map<String, List<String>> members, List<Telling> into) {
        into.add(own.get(id));
        Objects.requireNonNull(members.get(id)).forEach(member -> collect(member, own, members, into));
    }
}
