package org.clashmap.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Supplement;
import org.clashmap.exchange.incoming.ImportRequest;
import org.clashmap.exchange.incoming.ImportTarget;
import org.clashmap.exchange.incoming.Importer;
import org.clashmap.exchange.incoming.PlaceFinder;
import org.clashmap.exchange.incoming.Presets;
import org.clashmap.exchange.outgoing.ExportFormat;
import org.clashmap.exchange.outgoing.Exporter;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.store.GeoPackageStore;
import org.clashmap.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that go out as GeoJSON come back the same, whatever is in them. */
class RoundTripIT {
    private static final long SEED = 20250504;
    private static final String LETTERS = "aЇ\"\\\n\t\u0001\u2028'<>&;,=\uD83D\uDCA5 ";

    @TempDir
    Path folder;

    @Test
    void whatGoesOutComesBackTheSame() throws IOException {
        Random random = new Random(SEED);
        List<Event> events = new ArrayList<>();
        events.add(EventSamples.full());
        for (int i = 0; i < 300; i++) {
            events.add(randomEvent("r" + i, random));
        }
        EventStore before = new MemoryStore();
        before.addBatch(List.of(), events, (stored, incoming) -> Optional.empty());
        for (ExportFormat format : List.of(ExportFormat.GEOJSON, ExportFormat.GEOJSONL, ExportFormat.GEOJSONSEQ)) {
            Path file = folder.resolve("out." + format.word());
            try (Writer writer = Files.newBufferedWriter(file)) {
                new Exporter(before, List.of("credit"), LocalDate.of(2026, 1, 1), true)
                        .write(format, EventQuery.all(), List.of(), writer);
            }
            try (EventStore after =
                    GeoPackageStore.open(folder.resolve("data-" + format.word()), () -> Instant.EPOCH)) {
                new Importer(Presets.load(), PlaceFinder.NONE, () -> Instant.EPOCH, notice -> {
                            throw new AssertionError(notice.toString());
                        })
                        .read(ImportRequest.of(file), ImportTarget.store(after));
                assertEquals(documents(before), documents(after), format + ", seed " + SEED);
            }
        }
    }

    private static List<String> documents(EventStore store) {
        return store.list(EventQuery.all()).stream().map(EventJson::toJson).toList();
    }

    private static Event randomEvent(String id, Random random) {
        LonLat point = new LonLat(random.nextDouble() * 360 - 180, random.nextDouble() * 178 - 89);
        LocalDate start =
                random.nextInt(5) == 0 ? null : LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
        LocalDate end = random.nextInt(5) == 0 ? null : (start == null ? LocalDate.of(2025, 2, 2) : start).plusDays(3);
        boolean area = random.nextInt(3) == 0;
        Event small = EventSamples.small(
                id,
                MapTier.of(1 + random.nextInt(3)),
                area ? null : point,
                area ? Geodesy.circle(point, 100 + random.nextInt(300_000), 16) : null,
                start,
                end);
        Event full = EventSamples.full();
        SubEventType[] types = SubEventType.values();
        Event.What what = new Event.What(
                words(random),
                full.what().recordType(),
                small.what().tier(),
                types[random.nextInt(types.length)],
                random.nextBoolean() ? null : full.what().plover(),
                full.what().traits());
        Map<String, String> extras = new TreeMap<>();
        extras.put("notes", Supplement.quote(words(random)));
        if (random.nextBoolean()) {
            extras.put(
                    "imported_raw",
                    "{" + Supplement.quote(words(random)) + ":" + Supplement.quote(words(random)) + "}");
        }
        if (random.nextInt(4) == 0) {
            extras.put("number_of_sources", "17");
        }
        Event.Quote quote = new Event.Quote(words(random), 3, 9, List.of(words(random)));
        SourceRef source = new SourceRef(
                "rep-" + random.nextInt(9),
                words(random),
                null,
                "https://example.org/" + id,
                start,
                "uk",
                null,
                null,
                List.of(quote),
                words(random));
        return new Event(
                small.identity(),
                what,
                small.when(),
                random.nextInt(4) == 0 ? full.where() : small.where(),
                random.nextBoolean() ? full.who() : Event.Who.NOBODY,
                random.nextBoolean() ? full.toll() : Event.Toll.NONE,
                new Event.Account("claimed", "single_source", random.nextDouble(), List.of(), List.of(source)),
                full.editorial(),
                new Supplement(extras));
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder("x");
        for (int n = random.nextInt(12); n > 0; n--) {
            int at = random.nextInt(LETTERS.length());
            words.append(
                    LETTERS.codePointAt(at) > 0xFFFF
                            ? "\uD83D\uDCA5"
                            : Character.isSurrogate(LETTERS.charAt(at)) ? "" : LETTERS.substring(at, at + 1));
        }
        return words.toString();
    }
}
