package org.clashmap.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.clashmap.text.Language;

/**
 * A process that writes to a store until it is killed: reports with bytes, imports, reviews, merges and splits, with backups
 * beside. It prints what it has done after the store has said so, one line a change: {@code v ID VERSION…} or
 * {@code r REPORT}.
 */
final class BusyWriter {
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);

    private final EventStore store;
    private final Random random;
    private final String round;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int made;

    private BusyWriter(EventStore store, String round) {
        this.store = store;
        this.round = round;
        random = new Random(round.hashCode());
    }

    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        String round = arguments[1];
        try (EventStore store = GeoPackageStore.open(folder.resolve("data"), InstantSource.system())) {
            Thread.ofPlatform().daemon().start(() -> {
                for (int i = 0; ; i++) {
                    Path backup = folder.resolve("backup-" + round + "-" + i);
                    Backup.make(folder.resolve("data"), backup, Instant.EPOCH);
                    System.out.println("b " + backup.getFileName());
                }
            });
            BusyWriter writer = new BusyWriter(store, round);
            writer.out.println("ready");
            while (true) {
                writer.step();
            }
        }
    }

    private Event fresh() {
        String id = "e" + round + "-" + made++;
        LonLat where = new LonLat(30 + random.nextInt(1000) / 100.0, 50);
        return random.nextInt(3) == 0
                ? EventSamples.over(id, Geodesy.circle(where, 5000, 8), DAY)
                : EventSamples.at(id, where, DAY);
    }

    private void step() {
        switch (random.nextInt(5)) {
            case 0 -> {
                List<Event> events = List.of(fresh(), fresh());
                byte[] bytes = ("bytes of " + made).getBytes(StandardCharsets.UTF_8);
                Report report = new Report(
                        "rep-" + round + "-" + made,
                        "text",
                        Language.EN,
                        DAY,
                        new Report.Source(null, null, null),
                        new Report.Receipt(
                                Hashes.sha256(bytes), "text/plain", bytes.length, "2025-04-09T00:00:00Z", "file"));
                store.addReport(report, new CodedReport(events, List.of(), List.of()), bytes);
                tell(events);
                out.println("r " + report.id());
            }
            case 1 -> {
                List<Event> events = new ArrayList<>();
                for (int i = random.nextInt(300); i >= 0; i--) {
                    events.add(fresh());
                }
                store.addBatch(List.of(), events, (stored, incoming) -> Optional.empty());
                tell(events);
            }
            default ->
                any().ifPresent(event -> {
                    List<Event> next = new ArrayList<>();
                    next.add(EventSamples.next(event, random.nextInt(4) == 0 ? "rejected" : "accepted"));
                    if (random.nextInt(3) == 0) {
                        next.add(fresh());
                        next.add(fresh());
                    }
                    store.addVersions(next);
                    tell(next);
                });
        }
    }

    private Optional<Event> any() {
        return made == 0 ? Optional.empty() : store.find("e" + round + "-" + random.nextInt(made));
    }

    /** In one line, so that it is told whole or not at all. */
    private void tell(List<Event> events) {
        StringBuilder line = new StringBuilder("v");
        events.forEach(event -> line.append(' ').append(event.id()).append(' ').append(event.version()));
        out.println(line);
    }
}
