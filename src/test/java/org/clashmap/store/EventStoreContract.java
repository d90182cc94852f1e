package org.clashmap.store;

import static org.clashmap.Refusal.messageOf;
import static org.clashmap.event.EventSamples.at;
import static org.clashmap.event.EventSamples.full;
import static org.clashmap.event.EventSamples.next;
import static org.clashmap.event.EventSamples.over;
import static org.clashmap.event.EventSamples.small;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What every store must do with events; with their past, {@link HistoryContract}; with reports,
 * {@link ReportStoreContract}. */
abstract class EventStoreContract extends HistoryContract {
    private static EventQuery in(String box) {
        return EventQuery.all().within(BoundingBox.parse(box));
    }

    @Test
    void anEventComesBackWithAllItHas() {
        add(full());
        assertEquals(
                EventJson.toJson(full()),
                EventJson.toJson(store.find(full().id()).orElseThrow()));
        assertEquals(Optional.empty(), store.find("nobody"));
    }

    @Test
    void everyVersionIsKept() {
        Event first = at("a", KYIV, DAY);
        add(first);
        Event second = next(first, "accepted");
        long before = store.dataVersion();
        store.addVersion(second);
        assertTrue(store.dataVersion() > before);
        assertEquals(documents(List.of(first, second)), documents(store.listVersions("a")));
        assertEquals(2, store.find("a").orElseThrow().version());
        assertEquals(1, store.count(EventQuery.all()));
        assertEquals(List.of(), store.listVersions("nobody"));
    }

    @Test
    void aVersionThatDoesNotFollowIsRefused() {
        Event first = at("a", KYIV, DAY);
        add(first);
        Event second = next(first, "accepted");
        store.addVersion(second);
        for (Event stale : List.of(first, second, next(next(second, "accepted"), "accepted"))) {
            String message = messageOf(IllegalStateException.class, () -> store.addVersion(stale));
            assertTrue(message.contains("event a is at version 2; version " + stale.version()), message);
        }
        assertTrue(messageOf(() -> store.addVersion(at("b", KYIV, DAY))).contains("no event b"));
        assertEquals(2, store.listVersions("a").size());
    }

    @Test
    void aVersionMovesTheEventOnTheMap() {
        add(at("a", KYIV, DAY), over("b", Geodesy.circle(KYIV, 5000, 16), DAY));
        Event moved = next(at("a", new LonLat(-60, -10), DAY), "accepted");
        Event areaGone = next(at("b", null, DAY), "accepted");
        store.addVersion(moved);
        store.addVersion(areaGone);
        assertEquals(List.of(), ids(in("30,50,31,51")));
        assertEquals(List.of("a"), ids(in("-61,-11,-59,-9")));
    }

    @Test
    void withdrawnEventsLeaveTheCurrentStateOnly() {
        Event a = at("a", KYIV, DAY);
        Event b = over("b", Geodesy.circle(KYIV, 5000, 16), DAY);
        add(a, b, at("c", KYIV, DAY));
        store.addVersion(next(a, "rejected"));
        store.addVersion(next(b, "retracted"));
        assertEquals(List.of("c"), ids(EventQuery.all()));
        assertEquals(List.of("c"), ids(in("30,50,31,51")));
        assertEquals(1, store.count(EventQuery.all()));
        assertEquals(
                "rejected", store.find("a").orElseThrow().editorial().review().status());
        assertEquals(2, store.listVersions("b").size());
        store.addVersion(next(next(a, "rejected"), "accepted"));
        assertEquals(List.of("a", "c"), ids(in("30,50,31,51")));
    }

    @Test
    void aMergedEventLeavesTheCurrentState() {
        Event a = at("a", KYIV, DAY);
        add(a, at("b", KYIV, DAY));
        Event.Identity merged = new Event.Identity("a", 2, null, null, List.of(new Event.Link("duplicate_of", "b")));
        store.addVersion(
                new Event(merged, a.what(), a.when(), a.where(), a.who(), a.toll(), a.account(), a.editorial()));
        assertEquals(List.of("b"), ids(EventQuery.all()));
    }

    /** Takes what comes as the next version, unless the title is the same. */
    private static Optional<Event> byTitle(Event stored, Event incoming) {
        return stored.what().title().equals(incoming.what().title())
                ? Optional.empty()
                : Optional.of(incoming.withVersion(stored.version() + 1, incoming.editorial()));
    }

    private static Event titled(Event event, String title) {
        Event.What what = event.what();
        Event.What other =
                new Event.What(title, what.recordType(), what.tier(), what.type(), what.plover(), what.traits());
        return new Event(
                event.identity(),
                other,
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                event.account(),
                event.editorial(),
                event.supplement());
    }

    @Test
    void aBatchAddsWhatIsNewRenewsWhatChangedAndLeavesTheRest() {
        Event a = at("a", KYIV, DAY);
        Event b = over("b", Geodesy.circle(KYIV, 5000, 16), DAY);
        List<Report> reports = List.of(report("rep-1", DAY), report("rep-1", DAY));
        assertEquals(
                new EventStore.BatchCounts(2, 0, 0),
                store.addBatch(reports, List.of(a, b), EventStoreContract::byTitle));
        assertEquals(1, store.listReports(9).size());
        assertEquals(List.of("a", "b"), ids(in("30,50,31,51")));
        long before = store.dataVersion();
        assertEquals(
                new EventStore.BatchCounts(0, 0, 2),
                store.addBatch(reports, List.of(a, b), EventStoreContract::byTitle));
        assertEquals(before, store.dataVersion());
        Event moved = titled(at("a", new LonLat(-60, -10), DAY), "moved");
        assertEquals(
                new EventStore.BatchCounts(1, 1, 1),
                store.addBatch(List.of(), List.of(moved, b, at("c", null, DAY)), EventStoreContract::byTitle));
        assertEquals(List.of("b"), ids(in("30,50,31,51")));
        assertEquals(List.of("a"), ids(in("-61,-11,-59,-9")));
        assertEquals(2, store.listVersions("a").size());
        assertTrue(store.dataVersion() > before);
    }

    @Test
    void anEventTwiceInABatchIsAddedAndThenRenewed() {
        Event a = at("a", KYIV, DAY);
        assertEquals(
                new EventStore.BatchCounts(1, 1, 1),
                store.addBatch(List.of(), List.of(a, a, titled(a, "again")), EventStoreContract::byTitle));
        assertEquals(2, store.find("a").orElseThrow().version());
    }

    @Test
    void aBatchWithARenewalThatDoesNotFollowLeavesNothing() {
        add(at("a", KYIV, DAY));
        long before = store.dataVersion();
        List<Event> batch = List.of(at("b", KYIV, DAY), at("a", KYIV, DAY));
        messageOf(
                IllegalStateException.class,
                () -> store.addBatch(
                        List.of(report("rep-9", DAY)), batch, (stored, incoming) -> Optional.of(incoming)));
        assertEquals(List.of("a"), ids(EventQuery.all()));
        assertEquals(Optional.empty(), store.findReport("rep-9"));
        assertEquals(before, store.dataVersion());
    }

    @Test
    void goingThroughAQueryGivesWhatListingItGives() {
        for (int i = 0; i < 20; i++) {
            add(at("e" + (10 + i), new LonLat(30 + i % 3, 50), DAY.plusDays(i % 4)));
        }
        for (EventQuery query :
                List.of(EventQuery.all(), EventQuery.all().page(7, 3), in("29,49,30.5,51"), in("0,0,1,1"))) {
            List<Event> seen = new ArrayList<>();
            store.forEach(query, seen::add);
            assertEquals(documents(store.list(query)), documents(seen));
        }
    }

    @Test
    void newestDaysComeFirstThenIdsAndUndatedLast() {
        add(at("c", KYIV, DAY), at("u", KYIV, null), at("b", KYIV, DAY.plusDays(3)), at("a", KYIV, DAY));
        assertEquals(List.of("b", "a", "c", "u"), ids(EventQuery.all()));
    }

    @Test
    void pagesAreSlicesOfTheWholeAndCountIgnoresThem() {
        for (int i = 0; i < 25; i++) {
            add(at("e" + (10 + i), KYIV, DAY.plusDays(i % 4)));
        }
        List<String> whole = ids(EventQuery.all());
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 7) {
            pages.addAll(ids(EventQuery.all().page(7, offset)));
        }
        assertEquals(whole, pages);
        assertEquals(25, store.count(EventQuery.all().page(7, 7)));
        assertEquals(List.of(), ids(EventQuery.all().page(0, 0)));
        assertEquals(List.of(), ids(EventQuery.all().page(5, 100)));
    }

    @Test
    void windowsMatchWhereTheyOverlap() {
        LocalDate end = DAY.plusDays(6);
        add(
                small("span", MapTier.DEFAULT_MAP, KYIV, null, DAY, end),
                small("since", MapTier.DEFAULT_MAP, KYIV, null, DAY, null),
                small("until", MapTier.DEFAULT_MAP, KYIV, null, null, DAY),
                at("undated", KYIV, null));
        assertEquals(
                List.of("span", "until", "since", "undated"),
                ids(EventQuery.all().during(Optional.of(DAY), Optional.of(DAY))));
        assertEquals(
                List.of("span", "since", "undated"), ids(EventQuery.all().during(Optional.of(end), Optional.empty())));
        assertEquals(
                List.of("since", "undated"),
                ids(EventQuery.all().during(Optional.of(end.plusDays(1)), Optional.empty())));
        assertEquals(
                List.of("until", "undated"),
                ids(EventQuery.all().during(Optional.empty(), Optional.of(DAY.minusDays(1)))));
    }

    @Test
    void onlyTheTiersAskedForAreListed() {
        add(
                small("t1", MapTier.DEFAULT_MAP, KYIV, null, DAY, DAY),
                small("t2", MapTier.OPT_IN, KYIV, null, DAY, DAY),
                small("t3", MapTier.TIMELINE_ONLY, null, null, DAY, DAY));
        assertEquals(List.of("t1"), ids(EventQuery.defaultMap()));
        assertEquals(List.of("t1", "t2", "t3"), ids(EventQuery.all()));
        EventQuery optIn = new EventQuery(null, null, null, EnumSet.of(MapTier.OPT_IN, MapTier.TIMELINE_ONLY), 10, 0);
        assertEquals(List.of("t2", "t3"), ids(optIn));
        assertEquals(List.of(), ids(new EventQuery(null, null, null, EnumSet.noneOf(MapTier.class), 10, 0)));
    }

    @Test
    void aBoxHoldsItsEdgesAndNothingBesideThem() {
        // Neither number is a 32-bit float, which is what an R-tree of SQLite keeps.
        add(at("edge", new LonLat(30.523801, 50.454661), DAY), at("pole", new LonLat(12, -90), DAY));
        assertEquals(List.of("edge"), ids(in("30.523801,50.454661,30.523801,50.454661")));
        assertEquals(List.of(), ids(in("30.523802,50,31,51")));
        assertEquals(List.of(), ids(in("30,50,30.5238,51")));
        assertEquals(List.of("pole"), ids(in("-180,-90,180,-90")));
        assertEquals(List.of("edge", "pole"), ids(in("-180,-90,180,90")));
    }

    @Test
    void boxesGoOverTheDateLine() {
        add(
                at("east", new LonLat(179.5, 0), DAY),
                at("line", new LonLat(180, 0), DAY),
                at("same-line", new LonLat(-180, 0), DAY),
                at("west", new LonLat(-179.5, 0), DAY),
                at("away", new LonLat(0, 0), DAY),
                over("area", Geodesy.circle(new LonLat(179.99, 0), 10_000, 32), DAY));
        assertEquals(List.of("area", "east", "line", "same-line", "west"), ids(in("179,-1,-179,1")));
        assertEquals(5, store.count(in("179,-1,-179,1")));
        assertEquals(List.of("area", "same-line", "west"), ids(in("-180,-1,-179,1")));
        assertEquals(List.of("away"), ids(in("-1,-1,1,1")));
    }

    @Test
    void anEventWithoutAPointIsFoundByItsAreaAndOneWithByItsPointOnly() {
        Geometry wide = Geodesy.circle(KYIV, 100_000, 64);
        add(
                over("area", wide, DAY),
                small("both", MapTier.DEFAULT_MAP, KYIV, wide, DAY, DAY),
                at("nowhere", null, DAY));
        assertEquals(List.of("area"), ids(in("31,50,31.2,50.2")));
        assertEquals(List.of("area", "both"), ids(in("30,50,31,51")));
        // The corner of the circle's bounding box is not in the circle.
        Geometry bounds = wide.getEnvelope();
        double east = bounds.getEnvelopeInternal().getMaxX();
        double north = bounds.getEnvelopeInternal().getMaxY();
        assertEquals(
                List.of(),
                store.list(EventQuery.all().within(new BoundingBox(east - 0.05, north - 0.05, east, north))));
        assertEquals(List.of("area", "both", "nowhere"), ids(EventQuery.all()));
    }

    @Test
    void nearbyEventsOfAFewDaysAreThoseOfALookAtEveryEvent() {
        Random random = new Random(20250409);
        MemoryStore oracle = new MemoryStore();
        for (int i = 0; i < 300; i++) {
            Event event = randomEvent("r" + (100 + i), random);
            add(event);
            oracle.addReport(report("rep-" + event.id(), DAY), coded(event));
        }
        int found = 0;
        for (int i = 0; i < 200; i++) {
            double west = random.nextInt(-180, 180);
            double south = random.nextInt(-90, 60);
            double east = west + random.nextInt(1, 90);
            BoundingBox box = new BoundingBox(west, south, east > 180 ? east - 360 : east, south + 30);
            LocalDate from = DAY.plusDays(random.nextInt(-10, 10));
            LocalDate to = from.plusDays(random.nextInt(8));
            List<Event> near = store.listNear(box, from, to, 1 + random.nextInt(20));
            List<Event> all = oracle.listNear(box, from, to, 400);
            found += near.size();
            assertEquals(
                    documents(all.subList(0, near.size())),
                    documents(near),
                    "seed 20250409, " + box + " " + from + "–" + to);
            assertEquals(all.size(), store.listNear(box, from, to, 400).size());
            assertEquals(
                    documents(oracle.listNear(null, from, to, 400)), documents(store.listNear(null, from, to, 400)));
        }
        assertTrue(found > 50, found + " found");
    }

    @Test
    void anyQueryAnswersAsALookAtEveryEvent() {
        Random random = new Random(20250408);
        MemoryStore oracle = new MemoryStore();
        for (int i = 0; i < 300; i++) {
            Event event = randomEvent("r" + (100 + i), random);
            add(event);
            oracle.addReport(report("rep-" + event.id(), DAY), coded(event));
        }
        for (int i = 0; i < 200; i++) {
            EventQuery query = randomQuery(random);
            assertEquals(documents(oracle.list(query)), documents(store.list(query)), "seed 20250408, " + query);
            assertEquals(oracle.count(query), store.count(query), "seed 20250408, " + query);
        }
    }

    private static Event randomEvent(String id, Random random) {
        LonLat where = new LonLat(
                Math.round((random.nextDouble() * 360 - 180) * 1e6) / 1e6,
                Math.round((random.nextDouble() * 180 - 90) * 1e6) / 1e6);
        LocalDate start = random.nextInt(6) == 0 ? null : DAY.plusDays(random.nextInt(40));
        LocalDate end = random.nextInt(6) == 0 ? null : (start == null ? DAY : start).plusDays(random.nextInt(9));
        boolean area = random.nextInt(3) == 0;
        return small(
                id,
                MapTier.of(1 + random.nextInt(3)),
                area ? null : where,
                area ? Geodesy.circle(where, 1000 + random.nextDouble() * 500_000, 24) : null,
                start,
                end);
    }

    private static EventQuery randomQuery(Random random) {
        EventQuery query = new EventQuery(
                null,
                random.nextBoolean() ? null : DAY.plusDays(random.nextInt(40)),
                random.nextBoolean() ? null : DAY.plusDays(random.nextInt(40)),
                random.nextBoolean() ? EnumSet.allOf(MapTier.class) : EnumSet.of(MapTier.DEFAULT_MAP),
                random.nextInt(40),
                random.nextInt(20));
        if (random.nextInt(4) == 0) {
            return query;
        }
        double south = random.nextDouble() * 180 - 90;
        return query.within(new BoundingBox(
                random.nextDouble() * 360 - 180,
                south,
                random.nextDouble() * 360 - 180,
                south + random.nextDouble() * (90 - south)));
    }

    @Test
    void manyReadersSeeWholeReportsWhileOneWriterWorks() throws InterruptedException, ExecutionException {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> reader = () -> {
                int looks = 0;
                while (!done.get() || looks == 0) {
                    // Each report brings two events: an odd number would be half a report.
                    assertEquals(0, store.list(EventQuery.all()).size() % 2);
                    assertEquals(0, store.count(in("30,50,31,51")) % 2);
                    looks++;
                }
                return looks;
            };
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                readers.add(threads.submit(reader));
            }
            try {
                for (int i = 0; i < 20; i++) {
                    add(at("a" + i, KYIV, DAY), at("b" + i, KYIV, DAY));
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> future : readers) {
                assertTrue(future.get() > 0);
            }
        }
        assertEquals(40, store.count(EventQuery.all()));
    }
}
