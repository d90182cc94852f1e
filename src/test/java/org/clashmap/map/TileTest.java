package org.clashmap.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.publish.Audience;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.clashmap.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a tile, beside a look at every event. */
class TileTest {
    private static final TileStyle POINTS = new TileStyle(TileStyle.LARGEST_MOST_POINTS, 16);
    private static final IndexFilter FILTER = IndexFilter.ALL.having(Facet.COUNTRY, Set.of("Ukraine", "Fiji"));

    /** A position on the square of a level, by the textbook's formula. */
    private static double[] position(LonLat point, int level) {
        double side = 1L << level;
        double lat = Math.toRadians(GeoJson.round(point.lat()));
        double y = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * side;
        double x = (GeoJson.round(point.lon()) + 180) / 360 * side;
        return new double[] {Math.min(Math.nextDown(side), x), Math.max(0, Math.min(Math.nextDown(side), y))};
    }

    private static Set<String> idsIn(MemoryStore store, TileAddress tile) {
        Set<String> ids = new TreeSet<>();
        store.forEach(EventQuery.all(), event -> {
            LonLat point = event.where().point();
            String country = String.valueOf(event.where().names().country());
            if (point != null && (country.equals("Ukraine") || country.equals("Fiji"))) {
                double[] at = position(point, tile.level());
                if ((int) at[0] == tile.column() && (int) at[1] == tile.row()) {
                    ids.add(event.id());
                }
            }
        });
        return ids;
    }

    private static MemoryStore store(RandomEvents drawn, int count) {
        MemoryStore store = new MemoryStore();
        store.addBatch(List.of(), drawn.list(count), (stored, incoming) -> Optional.empty());
        return store;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pointTilesHoldTheEventsThatLieInThem(long seed) {
        RandomEvents drawn = new RandomEvents(seed);
        MemoryStore store = store(drawn, 600);
        Random random = drawn.random();
        try (EventIndex index = EventIndex.of(store, Optional::of)) {
            for (int i = 0; i < 60; i++) {
                int level = random.nextInt(7);
                double[] near = position(drawn.point(), level);
                TileAddress tile = new TileAddress(level, (int) near[1], (int) near[0]);
                Map<String, List<TileReader.Feature>> layers =
                        TileReader.read(index.view().tile(FILTER, Audience.PUBLIC, tile, POINTS));
                Set<String> drawnIds = new TreeSet<>();
                for (TileReader.Feature feature : layers.getOrDefault("events", List.of())) {
                    String id = String.valueOf(feature.properties().get("id"));
                    assertTrue(drawnIds.add(id), id);
                    Event event = store.find(id).orElseThrow();
                    double[] at = position(Objects.requireNonNull(event.where().point()), level);
                    assertEquals((at[0] - tile.column()) * 4096, feature.x() + 0.5, 0.51, "seed " + seed + " " + id);
                    assertEquals((at[1] - tile.row()) * 4096, feature.y() + 0.5, 0.51, "seed " + seed + " " + id);
                    assertEquals(
                            event.what().type().label(), feature.properties().get("sub_event_type"));
                }
                assertEquals(idsIn(store, tile), drawnIds, "seed " + seed + ", " + tile);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void clustersCountWhatPointsShowAndStandWhereEventsAre(long seed) {
        RandomEvents drawn = new RandomEvents(seed);
        MemoryStore store = store(drawn, 600);
        try (EventIndex index = EventIndex.of(store, Optional::of)) {
            for (int cells : new int[] {8, 16, 32, 64}) {
                for (TileAddress tile :
                        List.of(new TileAddress(0, 0, 0), new TileAddress(1, 0, 1), new TileAddress(4, 5, 9))) {
                    Map<String, Long> expected = new TreeMap<>();
                    Map<String, Integer> places = new HashMap<>();
                    for (TileReader.Feature point : TileReader.read(
                                    index.view().tile(FILTER, Audience.PUBLIC, tile, POINTS))
                            .getOrDefault("events", List.of())) {
                        expected.merge(String.valueOf(point.properties().get("event_type")), 1L, Long::sum);
                        places.merge(point.x() + "/" + point.y(), 1, Integer::sum);
                    }
                    Map<String, Long> counted = new TreeMap<>();
                    Set<Integer> taken = new HashSet<>();
                    for (TileReader.Feature cluster : TileReader.read(
                                    index.view().tile(FILTER, Audience.PUBLIC, tile, new TileStyle(0, cells)))
                            .getOrDefault("clusters", List.of())) {
                        long all = 0;
                        for (org.clashmap.event.EventType type : org.clashmap.event.EventType.values()) {
                            Object count = cluster.properties().get(TileMaker.slug(type));
                            if (count != null) {
                                counted.merge(type.label(), (Long) count, Long::sum);
                                all += (Long) count;
                            }
                        }
                        assertEquals(all, cluster.properties().get("count"));
                        Integer here = places.get(cluster.x() + "/" + cluster.y());
                        assertTrue(here != null, "no event at " + cluster);
                        assertTrue(
                                Objects.requireNonNull(
                                                (Long) cluster.properties().get("count_here"))
                                        <= here,
                                cluster::toString);
                        int size = 4096 / cells;
                        assertTrue(taken.add(cluster.y() / size * cells + cluster.x() / size), "two in a cell");
                    }
                    assertEquals(expected, counted, "seed " + seed + ", " + tile + ", " + cells);
                }
            }
        }
    }

    @Test
    void tileOfNothingHasNoBytes() {
        try (EventIndex index = EventIndex.of(new MemoryStore(), Optional::of)) {
            assertEquals(
                    0,
                    index.view()
                            .tile(IndexFilter.ALL, Audience.PUBLIC, new TileAddress(0, 0, 0), TileStyle.USUAL)
                            .length);
        }
    }

    @Test
    void filterOfABoxCutsTheTile() {
        RandomEvents drawn = new RandomEvents(9);
        MemoryStore store = store(drawn, 300);
        IndexFilter box = IndexFilter.ALL.within(new BoundingBox(30, 44, 36, 50));
        try (EventIndex index = EventIndex.of(store, Optional::of)) {
            long points = Objects.requireNonNull(
                            TileReader.read(index.view().tile(box, Audience.PUBLIC, new TileAddress(0, 0, 0), POINTS))
                                    .get("events"))
                    .size();
            long expected = store.list(EventQuery.all()).stream()
                    .map(event -> event.where().point())
                    .filter(point -> point != null
                            && point.lon() >= 30
                            && point.lon() <= 36
                            && point.lat() >= 44
                            && point.lat() <= 50)
                    .count();
            assertEquals(expected, points);
        }
    }

    @Test
    void addressesOutsideTheMatrixAreRefusedWithWhatThereIs() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new TileAddress(2, 4, 0));
        assertTrue(String.valueOf(refused.getMessage()).contains("from 0 to 3"));
        assertThrows(IllegalArgumentException.class, () -> new TileAddress(23, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TileAddress(-1, 0, 0));
    }
}
