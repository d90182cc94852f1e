package org.clashmap.store;

import static org.clashmap.Refusal.messageOf;
import static org.clashmap.event.EventSamples.at;
import static org.clashmap.event.EventSamples.full;
import static org.clashmap.event.EventSamples.next;
import static org.clashmap.event.EventSamples.over;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventChange.Kind;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.JsonPatch;
import org.clashmap.event.Revision;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every store must keep of the past, and how it tells of changes. */
abstract class HistoryContract extends ReportStoreContract {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The next version with an entry of its own in the history. */
    private static Event changed(Event event, String status, String action, String reason) {
        List<Event.Change> history = new ArrayList<>(event.editorial().history());
        history.add(new Event.Change(event.version() + 1, "2025-04-10T00:00:00Z", "Olena", action, reason));
        Event next = next(event, status);
        return next.withVersion(
                next.version(),
                new Event.Editorial(next.editorial().review(), next.editorial().sensitivity(), history));
    }

    private static Event linked(Event event, String type, String... targets) {
        List<Event.Link> links = new ArrayList<>();
        for (String target : targets) {
            links.add(new Event.Link(type, target));
        }
        Event.Identity identity = new Event.Identity(event.id(), event.version(), null, null, links);
        return new Event(
                identity,
                event.what(),
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                event.account(),
                event.editorial());
    }

    @Test
    void everyRevisionSaysWhoWhenAndWhyAndItsPatchMakesItOfTheOneBefore() {
        Event first = full();
        add(first);
        Event second = changed(first, "accepted", "edit", "seen on the spot");
        Event third = changed(second, "rejected", "retract", "it was a drill");
        store.addVersion(second);
        store.addVersion(third);
        List<Revision> revisions = store.listRevisions(first.id());
        assertEquals(
                List.of("1 machine create null", "2 Olena edit seen on the spot", "3 Olena retract it was a drill"),
                revisions.stream()
                        .map(one -> one.version() + " " + one.by() + " " + one.action() + " " + one.reason())
                        .toList());
        assertEquals("[]", revisions.getFirst().patch());
        JsonNode document = MAPPER.readTree(EventJson.toJson(first));
        for (Event version : List.of(second, third)) {
            document = JsonPatch.apply(
                    document, revisions.get(version.version() - 1).patch());
            assertEquals(MAPPER.readTree(EventJson.toJson(version)), document);
        }
        assertEquals(store.dataVersion(), revisions.getLast().dataVersion());
        assertEquals(List.of(), store.listRevisions("nobody"));
    }

    @Test
    void anyVersionCanBeReadAgain() {
        Event first = at("a", KYIV, DAY);
        add(first);
        store.addVersion(next(first, "accepted"));
        assertEquals(
                EventJson.toJson(first),
                EventJson.toJson(store.findVersion("a", 1).orElseThrow()));
        assertEquals(2, store.findVersion("a", 2).orElseThrow().version());
        assertEquals(Optional.empty(), store.findVersion("a", 3));
        assertEquals(Optional.empty(), store.findVersion("b", 1));
    }

    @Test
    void severalVersionsAreKeptTogetherOrNotAtAll() {
        Event a = at("a", KYIV, DAY);
        Event b = at("b", KYIV, DAY);
        add(a, b);
        long before = store.dataVersion();
        messageOf(IllegalStateException.class, () -> store.addVersions(List.of(next(a, "accepted"), b)));
        messageOf(() -> store.addVersions(List.of(next(a, "accepted"), next(at("c", KYIV, DAY), "accepted"))));
        assertEquals(before, store.dataVersion());
        assertEquals(1, store.find("a").orElseThrow().version());
        store.addVersions(List.of());
        assertEquals(before, store.dataVersion());
        Event accepted = next(a, "accepted");
        store.addVersions(List.of(accepted, next(accepted, "published"), at("c", KYIV, DAY)));
        assertEquals(before + 1, store.dataVersion());
        assertEquals(List.of("a", "b", "c"), ids(EventQuery.all()));
        assertEquals(3, store.find("a").orElseThrow().version());
    }

    @Test
    void aSplitEventLeavesATombstoneThatPointsToItsParts() {
        Event a = at("a", KYIV, DAY);
        add(a);
        Event gone = linked(next(a, "accepted"), Event.SPLIT_INTO, "a1", "a2");
        store.addVersions(List.of(gone, at("a1", KYIV, DAY), at("a2", KYIV, DAY)));
        assertEquals(List.of("a1", "a2"), ids(EventQuery.all()));
        assertEquals(List.of("a1", "a2"), store.find("a").orElseThrow().successors());
        assertEquals(Kind.SPLIT, store.listChanges(1, 1).getFirst().kind());
    }

    @Test
    void theChangeFeedTellsEveryVersionOnceInTheOrderOfCommits() {
        Event a = at("a", KYIV, DAY);
        Event b = at("b", KYIV, DAY);
        assertEquals(0, store.lastChange());
        add(a, b);
        Event rejected = next(a, "rejected");
        store.addVersion(rejected);
        store.addVersions(List.of(next(rejected, "accepted"), linked(next(b, "machine"), Event.MERGED_INTO, "a")));
        List<EventChange> all = store.listChanges(0, 99);
        assertEquals(
                List.of("a 1 CREATED", "b 1 CREATED", "a 2 WITHDRAWN", "a 3 RESTORED", "b 2 MERGED"),
                all.stream()
                        .map(one -> one.eventId() + " " + one.version() + " " + one.kind())
                        .toList());
        assertEquals(store.dataVersion(), all.getLast().dataVersion());
        assertEquals(all.get(3).dataVersion(), all.get(4).dataVersion());
        List<EventChange> paged = new ArrayList<>();
        for (long cursor = 0;
                cursor < store.lastChange();
                cursor = paged.getLast().cursor()) {
            paged.addAll(store.listChanges(cursor, 2));
        }
        assertEquals(all, paged);
        assertEquals(List.of(), store.listChanges(store.lastChange(), 9));
    }

    @Test
    void aFailedWriteLeavesNoTraceInTheFeed() {
        add(at("a", KYIV, DAY));
        long last = store.lastChange();
        messageOf(() -> store.addVersions(List.of(at("b", KYIV, DAY), next(at("c", KYIV, DAY), "accepted"))));
        assertEquals(last, store.lastChange());
        add(at("d", KYIV, DAY));
        assertEquals("d", store.listChanges(last, 9).getFirst().eventId());
    }

    @Test
    void listenersHearOfChangesUntilTheyStopListening() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch heardBeside = new CountDownLatch(1);
        try (EventStore.Watch failing = store.onChange(() -> {
                    throw new IllegalStateException("a listener of a test that fails");
                });
                EventStore.Watch watch = store.onChange(heard::countDown)) {
            assertNotSame(failing, watch);
            add(at("a", KYIV, DAY));
            assertTrue(heard.await(20, TimeUnit.SECONDS));
        }
        CountDownLatch silent = new CountDownLatch(1);
        store.onChange(silent::countDown).close();
        try (EventStore.Watch beside = store.onChange(heardBeside::countDown)) {
            assertTrue(beside != null);
            add(at("b", KYIV, DAY));
            assertTrue(heardBeside.await(20, TimeUnit.SECONDS));
        }
        assertEquals(1, silent.getCount());
    }

    @Test
    void wordsAreFoundInEveryAlphabetWhateverTheirCaseAndAccents() {
        Event event = full();
        add(event, at("other", KYIV, DAY));
        for (String words : List.of(
                "clash",
                "CLASH near",
                "верхня",
                "ВЕРХ",
                "Donetsk army",
                "villagers",
                "1st brigade",
                "fighting went",
                "two to four",
                "clásh")) {
            assertEquals(List.of("ev-full"), store.search(words, 9), words);
        }
        for (String words : List.of("lash", "verkhnia nowhere", "", " – ", "\" OR title:x", "machine")) {
            assertEquals(List.of(), store.search(words, 9), words);
        }
        assertEquals(List.of("other"), store.search("Event other", 9));
        assertEquals(1, store.search("a place", 1).size());
    }

    @Test
    void wordsFollowTheCurrentState() {
        Event a = at("a", KYIV, DAY);
        add(a);
        assertEquals(List.of("a"), store.search("event", 9));
        store.addVersion(next(a, "rejected"));
        assertEquals(List.of(), store.search("event", 9));
        store.addVersion(next(next(a, "rejected"), "accepted"));
        assertEquals(List.of("a"), store.search("event", 9));
    }

    @Test
    void anyPastStateAnswersAsItDidThen() {
        long seed = 20251124;
        Random random = new Random(seed);
        Map<Long, Map<EventQuery, List<String>>> seen = new LinkedHashMap<>();
        List<EventQuery> queries = List.of(
                EventQuery.all(),
                EventQuery.defaultMap().page(5, 2),
                EventQuery.all().within(BoundingBox.parse("20,40,40,60")),
                EventQuery.all().within(BoundingBox.parse("-180,-90,180,90")),
                EventQuery.all().during(Optional.of(DAY.plusDays(2)), Optional.of(DAY.plusDays(5))));
        for (int step = 0; step < 60; step++) {
            int number = random.nextInt(12);
            String id = "e" + number;
            Optional<Event> stored = store.find(id);
            LonLat where = new LonLat(random.nextInt(0, 60), random.nextInt(20, 80));
            Event event = random.nextInt(3) == 0
                    ? over(id, Geodesy.circle(where, 50_000, 16), DAY.plusDays(random.nextInt(9)))
                    : at(id, where, DAY.plusDays(random.nextInt(9)));
            if (stored.isEmpty()) {
                add(event);
            } else {
                String status = List.of("accepted", "rejected", "published").get(random.nextInt(3));
                store.addVersion(event.withVersion(
                        stored.get().version() + 1, next(event, status).editorial()));
            }
            Map<EventQuery, List<String>> answers = new LinkedHashMap<>();
            queries.forEach(query -> answers.put(query, documents(store.list(query))));
            seen.put(store.dataVersion(), answers);
        }
        seen.forEach((version, answers) -> answers.forEach((query, expected) -> {
            List<Event> replayed = new ArrayList<>();
            store.forEachAsOf(version, query, replayed::add);
            assertEquals(expected, documents(replayed), "seed " + seed + ", version " + version + ", " + query);
            if (query.offset() == 0) {
                assertEquals(expected.size(), store.countAsOf(version, query), "seed " + seed + ", " + query);
            }
        }));
        assertEquals(0, store.countAsOf(0, EventQuery.all()));
        String message = messageOf(() -> store.countAsOf(store.dataVersion() + 1, EventQuery.all()));
        assertTrue(message.contains("is not reached yet"), message);
    }
}
