package org.clashmap.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.Setting;
import org.clashmap.report.Report;
import org.clashmap.store.MemoryStore;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 10);
    private static final String LINE = "On Friday a drone hit a house in Kostiantynivka.";

    private final EventCoder coder = new EventCoder(new Geoparser(Geodata.shared()));

    @Test
    void fightingNearOneOfTwoVillagesSpeaksForIt() {
        Report report = report("rep-1", LINE);
        List<Where.Candidate> alone = candidates(coder.code(report));
        Where.Candidate second = alone.get(1);
        try (MemoryStore store = storeWith(EventSamples.at("ev-1", second.point(), DAY.minusDays(9)))) {
            Setting setting = RecentEvents.before(store, DAY);
            List<Where.Candidate> after = candidates(coder.code(report, setting));
            String id = Objects.requireNonNull(second.id());
            assertTrue(share(after, id) > share(alone, id));
        }
    }

    @Test
    void onlyTheWeeksBeforeTheReportCountAndEachNeighbourhoodOnce() {
        LonLat here = new LonLat(37.6, 48.5);
        LonLat nearby = new LonLat(37.605, 48.505);
        LonLat elsewhere = new LonLat(31.0, 46.5);
        try (MemoryStore store = storeWith(
                EventSamples.at("ev-1", here, DAY.minusDays(3)),
                EventSamples.at("ev-2", nearby, DAY.minusDays(4)),
                EventSamples.at("ev-3", elsewhere, DAY.minusDays(200)),
                EventSamples.at("ev-4", elsewhere, DAY.plusDays(2)),
                EventSamples.at("ev-5", null, DAY.minusDays(1)))) {
            assertEquals(List.of(here), RecentEvents.before(store, DAY).recentEvents());
        }
    }

    @Test
    void reportWithoutADayOrAnEmptyStoreSaysNothing() {
        try (MemoryStore store = new MemoryStore()) {
            assertEquals(Setting.UNKNOWN, RecentEvents.before(store, DAY));
            assertEquals(Setting.UNKNOWN, RecentEvents.before(store, null));
        }
    }

    private static MemoryStore storeWith(Event... events) {
        MemoryStore store = new MemoryStore();
        store.addReport(report("rep-0", "Before."), new CodedReport(List.of(events), List.of(), List.of()));
        return store;
    }

    private static Report report(String id, String text) {
        return new Report(
                id,
                text,
                Language.EN,
                DAY,
                new Report.Source("A newspaper", null, null),
                new Report.Receipt("00", "text/plain", 1, "2026-05-10T00:00:00Z", "file"));
    }

    private static List<Where.Candidate> candidates(CodedReport coded) {
        return coded.events().getFirst().where().geocode().candidates();
    }

    private static double share(List<Where.Candidate> candidates, String id) {
        return candidates.stream()
                .filter(candidate -> id.equals(candidate.id()))
                .findFirst()
                .map(Where.Candidate::score)
                .orElse(0.0);
    }
}
