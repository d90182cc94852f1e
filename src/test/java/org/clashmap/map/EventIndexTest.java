package org.clashmap.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventSamples;
import org.clashmap.event.MapTier;
import org.clashmap.event.SourceRef;
import org.clashmap.event.publish.Audience;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.clashmap.store.MemoryStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the index answers, beside a look at every event. */
@SuppressWarnings("UnnecessaryLambda") // one guard for many tests
class EventIndexTest {
    private static final Comparator<Event> ORDER = Comparator.comparing(
                    (Event event) -> event.when().day(), Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(Event::id);

    /** Hides what is in review from everybody, and shows the rest of Mali without its actors. */
    private static final Function<Event, Optional<Event>> GUARDED = event -> {
        if (event.editorial().review().status().equals("in_review")) {
            return Optional.empty();
        }
        boolean hidden = "Mali".equals(event.where().names().country());
        return Optional.of(
                !hidden
                        ? event
                        : new Event(
                                event.identity(),
                                event.what(),
                                event.when(),
                                event.where(),
                                Event.Who.NOBODY,
                                event.toll(),
                                event.account(),
                                event.editorial(),
                                event.supplement()));
    };

    private static IndexFilter filter(RandomEvents drawn) {
        Random random = drawn.random();
        IndexFilter filter = IndexFilter.ALL.within(box(drawn)).during(null, null);
        if (random.nextInt(3) > 0) {
            LocalDate from = drawn.dayOrNull();
            LocalDate to = drawn.dayOrNull();
            filter = filter.during(from, to);
        }
        if (random.nextBoolean()) {
            filter = filter.inTiers(EnumSet.of(MapTier.of(1 + random.nextInt(3))));
        }
        Map<Facet, List<String>> choices = Map.of(
                Facet.EVENT_TYPE, List.of("Battles", "Riots", "Protests"),
                Facet.ACTOR, List.of("Army A", "Police; riot unit", "Nobody"),
                Facet.COUNTRY, List.of("Mali", "Fiji"),
                Facet.ADMIN1, List.of("Unit 1", "Unit 2"),
                Facet.REVIEW_STATUS, List.of("published", "machine"),
                Facet.SOURCE, List.of("Вісник"),
                Facet.LANGUAGE, List.of("uk"),
                Facet.PRECISION, List.of("settlement"));
        for (Facet facet : EnumSet.copyOf(choices.keySet())) {
            if (random.nextInt(4) == 0) {
                List<String> values = Objects.requireNonNull(choices.get(facet));
                filter = filter.having(facet, new HashSet<>(values.subList(0, 1 + random.nextInt(values.size()))));
            }
        }
        return random.nextInt(4) == 0 ? filter.withSources(2) : filter;
    }

    private static @Nullable BoundingBox box(RandomEvents drawn) {
        Random random = drawn.random();
        LonLat corner = drawn.point();
        LonLat other = drawn.point();
        double south = Math.min(corner.lat(), other.lat());
        double north = Math.max(corner.lat(), other.lat());
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> BoundingBox.WORLD;
            case 2 -> new BoundingBox(177, -20, -177, 20);
            case 3 -> new BoundingBox(corner.lon(), corner.lat(), corner.lon(), corner.lat());
            case 4 -> new BoundingBox(-180, -90, 180, -89);
            // West may be greater than east: over the date line.
            case 5 -> new BoundingBox(corner.lon(), south, other.lon(), north);
            default -> new BoundingBox(30.5, 44.5, 30.5 + random.nextInt(10), 47 + random.nextInt(10));
        };
    }

    private static boolean matches(Event event, IndexFilter filter) {
        LocalDate start = event.when().start();
        LocalDate end = event.when().end();
        return filter.tiers().contains(event.what().tier())
                && (filter.from() == null || end == null || !end.isBefore(filter.from()))
                && (filter.to() == null || start == null || !start.isAfter(filter.to()))
                && (filter.box() == null || isIn(event, filter.box()))
                && event.account().sources().size() >= filter.leastSources()
                && filter.values().entrySet().stream()
                        .allMatch(wanted ->
                                values(event, wanted.getKey()).stream().anyMatch(wanted.getValue()::contains));
    }

    private static boolean isIn(Event event, BoundingBox box) {
        LonLat point = event.where().point();
        if (point != null) {
            return box.contains(GeoJson.round(point.lon()), GeoJson.round(point.lat()));
        }
        return event.where().footprint() != null && box.intersects(event.where().footprint());
    }

    private static Set<String> values(Event event, Facet facet) {
        return switch (facet) {
            case EVENT_TYPE -> Set.of(event.what().type().type().label());
            case SUB_EVENT_TYPE -> Set.of(event.what().type().label());
            case ACTOR -> {
                Set<String> names =
                        event.who().actors().stream().map(Event.Actor::name).collect(Collectors.toSet());
                yield names.isEmpty() ? Set.of("") : names;
            }
            case COUNTRY -> Set.of(String.valueOf(event.where().names().country()));
            case ADMIN1 -> Set.of(String.valueOf(event.where().names().admin1()));
            case PRECISION -> Set.of(event.where().precision().level());
            case REVIEW_STATUS -> Set.of(event.editorial().review().status());
            case SOURCE ->
                event.account().sources().stream().map(SourceRef::publisher).collect(Collectors.toSet());
            case LANGUAGE ->
                event.account().sources().stream()
                        .map(source -> String.valueOf(source.language()))
                        .collect(Collectors.toSet());
            case DAY ->
                Set.of(event.when().day() == null ? "" : event.when().day().toString());
            case MONTH ->
                Set.of(
                        event.when().day() == null
                                ? ""
                                : event.when().day().toString().substring(0, 7));
            case YEAR ->
                Set.of(
                        event.when().day() == null
                                ? ""
                                : event.when().day().toString().substring(0, 4));
            case WEEK ->
                Set.of(
                        event.when().day() == null
                                ? ""
                                : event.when()
                                        .day()
                                        .minusDays(event.when()
                                                        .day()
                                                        .getDayOfWeek()
                                                        .getValue()
                                                - 1)
                                        .toString());
        };
    }

    private static List<Event> scan(MemoryStore store, IndexFilter filter, Audience audience) {
        List<Event> found = new ArrayList<>();
        store.forEach(org.clashmap.event.EventQuery.all(), event -> {
            Optional<Event> seen = audience == Audience.STAFF ? Optional.of(event) : GUARDED.apply(event);
            seen.filter(one -> matches(one, filter)).ifPresent(found::add);
        });
        found.sort(ORDER);
        return found;
    }

    private static MemoryStore store(List<Event> events) {
        MemoryStore store = new MemoryStore();
        store.addBatch(List.of(), events, (stored, incoming) -> Optional.empty());
        return store;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pagesAndCountsAreThoseOfALinearScan(long seed) throws IOException {
        RandomEvents drawn = new RandomEvents(seed);
        MemoryStore store = store(drawn.list(500));
        try (EventIndex index = EventIndex.of(store, GUARDED)) {
            for (int i = 0; i < 40; i++) {
                IndexFilter filter = filter(drawn);
                for (Audience audience : Audience.values()) {
                    String what = "seed " + seed + ", " + audience + ", " + filter;
                    List<Event> expected = scan(store, filter, audience);
                    Page page = index.view().page(filter, audience, Page.Slice.ALL);
                    assertEquals(expected.stream().map(Event::id).toList(), page.ids(), what);
                    assertEquals(expected.size(), page.matched(), what);
                    assertEquals(expected.size(), index.view().count(filter, audience), what);
                    ByteArrayOutputStream written = new ByteArrayOutputStream();
                    page.writeDocuments(written);
                    assertEquals(
                            expected.stream().map(EventJson::toJson).collect(Collectors.joining(",")),
                            written.toString(StandardCharsets.UTF_8),
                            what);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void facetsAreCountedUnderTheConditionsOnTheOthers(long seed) {
        RandomEvents drawn = new RandomEvents(seed);
        MemoryStore store = store(drawn.list(400));
        try (EventIndex index = EventIndex.of(store, GUARDED)) {
            for (int i = 0; i < 30; i++) {
                IndexFilter filter = filter(drawn);
                Map<Facet, List<Histogram.Bucket>> facets =
                        index.view().facets(filter, Audience.PUBLIC, EnumSet.allOf(Facet.class));
                for (Facet facet : Facet.values()) {
                    Map<String, Long> expected = new TreeMap<>();
                    scan(store, filter.without(facet), Audience.PUBLIC)
                            .forEach(event ->
                                    values(event, facet).forEach(value -> expected.merge(value, 1L, Long::sum)));
                    Map<String, Long> counted = new TreeMap<>();
                    Objects.requireNonNull(facets.get(facet))
                            .forEach(bucket -> counted.put(bucket.value(), bucket.count()));
                    assertEquals(expected, counted, "seed " + seed + ", " + facet + ", " + filter);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void cursorsWalkEverythingOnceWhileOtherEventsComeAndGo(long seed) {
        RandomEvents drawn = new RandomEvents(seed);
        MemoryStore store = store(drawn.list(150));
        try (EventIndex index = EventIndex.of(store, Optional::of)) {
            List<String> before = index.view()
                    .page(IndexFilter.ALL, Audience.STAFF, Page.Slice.ALL)
                    .ids();
            Set<String> withdrawn = new HashSet<>();
            List<String> walked = new ArrayList<>();
            Optional<Cursor> next = Optional.empty();
            for (int step = 0; step == 0 || next.isPresent(); step++) {
                Page page = index.view().page(IndexFilter.ALL, Audience.STAFF, new Page.Slice(next.orElse(null), 0, 7));
                walked.addAll(page.ids());
                next = page.next().map(cursor -> Cursor.parse(cursor.text()));
                store.addBatch(List.of(), List.of(drawn.event("new-" + step)), (stored, incoming) -> Optional.empty());
                String gone = before.get(drawn.random().nextInt(before.size()));
                Event stored = store.find(gone).orElseThrow();
                if (!stored.isWithdrawn()) {
                    store.addVersion(EventSamples.next(stored, "rejected"));
                    withdrawn.add(gone);
                }
            }
            assertEquals(walked.size(), new HashSet<>(walked).size(), "seed " + seed);
            Set<String> missed = new HashSet<>(before);
            walked.forEach(missed::remove);
            missed.removeAll(withdrawn);
            assertEquals(Set.of(), missed, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void historyOfEditsLeavesWhatAFreshIndexHolds(long seed) {
        RandomEvents drawn = new RandomEvents(seed);
        Random random = drawn.random();
        MemoryStore store = store(drawn.list(100));
        try (EventIndex index = EventIndex.of(store, GUARDED, 15)) {
            index.view();
            for (int step = 0; step < 120; step++) {
                edit(store, drawn, "new-" + seed + "-" + step);
                if (random.nextInt(4) == 0) {
                    IndexFilter filter = filter(drawn);
                    Audience audience = random.nextBoolean() ? Audience.PUBLIC : Audience.STAFF;
                    Page page = index.view().page(filter, audience, Page.Slice.ALL);
                    String what = "seed " + seed + ", step " + step + ", " + audience + ", " + filter;
                    assertEquals(
                            scan(store, filter, audience).stream()
                                    .map(Event::id)
                                    .toList(),
                            page.ids(),
                            what);
                    assertEquals(store.dataVersion(), index.view().dataVersion(), what);
                }
            }
        }
    }

    /** Adds an event, or moves, rejects or restores one. */
    private static void edit(MemoryStore store, RandomEvents drawn, String newId) {
        Random random = drawn.random();
        String id = "ev-" + random.nextInt(100);
        Event stored = store.find(id).orElseThrow();
        switch (random.nextInt(5)) {
            case 0 -> store.addBatch(List.of(), List.of(drawn.event(newId)), (old, incoming) -> Optional.empty());
            case 1 -> store.addVersion(EventSamples.next(stored, "rejected"));
            case 2 -> store.addReport(Reports.of("rep-" + newId), new CodedReport(List.of(), List.of(), List.of()));
            default -> {
                Event moved = drawn.event(id);
                store.addVersion(moved.withVersion(stored.version() + 1, moved.editorial()));
            }
        }
    }

    @Test
    void whatIsHeldBackForATimeShowsWithoutAWrite() {
        Instant release = Instant.parse("2025-04-05T00:00:00Z");
        AtomicReference<Instant> clock = new AtomicReference<>(release.minusSeconds(1));
        Showing showing = new Showing() {
            @Override
            public Optional<Event> publish(Event event) {
                return now().isBefore(release) ? Optional.empty() : Optional.of(event);
            }

            @Override
            public Optional<Instant> nextChange(Event event) {
                return now().isBefore(release) ? Optional.of(release) : Optional.empty();
            }

            @Override
            public Instant now() {
                return Objects.requireNonNull(clock.get());
            }
        };
        try (EventIndex index = EventIndex.of(store(new RandomEvents(6).list(20)), showing)) {
            assertEquals(0, index.view().count(IndexFilter.ALL, Audience.PUBLIC));
            assertEquals(20, index.view().count(IndexFilter.ALL, Audience.STAFF));
            long before = index.turns();
            clock.set(release);
            assertEquals(20, index.view().count(IndexFilter.ALL, Audience.PUBLIC));
            assertEquals(before + 1, index.turns());
        }
    }

    @Test
    void emptyIndexAnswers() {
        try (EventIndex index = EventIndex.of(new MemoryStore(), Optional::of)) {
            Page page = index.view().page(IndexFilter.DEFAULT_MAP, Audience.PUBLIC, Page.Slice.ALL);
            assertEquals(0, page.matched());
            assertEquals(Optional.empty(), page.next());
            assertEquals(List.of(), index.view().histogram(IndexFilter.ALL, Audience.PUBLIC, Facet.ACTOR));
        }
    }

    @Test
    void reportsEventsAreFoundOnceTheReportIsStored() {
        MemoryStore store = new MemoryStore();
        try (EventIndex index = EventIndex.of(store, Optional::of)) {
            store.addReport(Reports.of("rep-1"), new CodedReport(new RandomEvents(5).list(3), List.of(), List.of()));
            assertEquals(3, index.view().count(IndexFilter.ALL, Audience.PUBLIC));
        }
    }
}
