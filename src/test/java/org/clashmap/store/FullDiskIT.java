package org.clashmap.store;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file system in memory that gets full, and one that may no longer be written. Needs the right to mount one. */
class FullDiskIT {
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);

    @TempDir
    Path folder = Path.of(".");

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && run("/bin/mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString()),
                "no right to mount a file system here, skipped");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        assertTrue(Files.exists(folder));
        run("/bin/umount", folder.toString());
    }

    private EventStore open() {
        return GeoPackageStore.open(folder.resolve("data"), InstantSource.system());
    }

    private static List<Event> batch(int first, int size) {
        List<Event> events = new ArrayList<>();
        for (int i = first; i < first + size; i++) {
            events.add(EventSamples.at("e" + i, new LonLat(30, 50), DAY));
        }
        return events;
    }

    private static int fill(EventStore store, int size) {
        for (int kept = 0; kept < 100_000; kept += size) {
            try {
                store.addBatch(List.of(), batch(kept, size), (stored, incoming) -> Optional.empty());
            } catch (EventStoreException full) {
                String message = String.valueOf(full.getMessage());
                assertTrue(message.contains("the disk is full. Free some space"), message);
                return kept;
            }
        }
        throw new AssertionError("the disk never got full");
    }

    @Test
    void aFullDiskIsSaidAndWhatWasKeptStays() throws IOException, InterruptedException {
        int kept;
        try (EventStore store = open()) {
            // Batches with and without the triggers put aside.
            kept = fill(store, 50);
            messageOf(
                    EventStoreException.class,
                    () -> store.addBatch(List.of(), batch(kept, 400), (stored, incoming) -> Optional.empty()));
            assertEquals(kept, store.count(EventQuery.all()));
            assertTrue(run("/bin/mount", "-o", "remount,size=40m", folder.toString()));
            store.addBatch(List.of(), batch(kept, 400), (stored, incoming) -> Optional.empty());
            assertEquals(kept + 400, store.count(EventQuery.all()));
        }
        assertTrue(kept > 0, "nothing fitted");
        assertEquals(List.of(), StoreCheck.of(folder.resolve("data")).problems());
    }

    @Test
    void aFileSystemThatMayNoLongerBeWrittenIsSaidAndNothingIsLost() throws IOException, InterruptedException {
        try (EventStore store = open()) {
            store.addVersions(batch(0, 5));
            // What is open stays open, whatever its permissions become.
            Files.setPosixFilePermissions(
                    folder.resolve("data/events.gpkg"), PosixFilePermissions.fromString("r--r--r--"));
            store.addVersions(batch(5, 5));
        }
        assertTrue(run("/bin/mount", "-o", "remount,ro", folder.toString()));
        String message = messageOf(EventStoreException.class, this::open);
        assertTrue(message.contains("writable") || message.contains("cannot be written"), message);
        assertTrue(run("/bin/mount", "-o", "remount,rw", folder.toString()));
        Files.setPosixFilePermissions(folder.resolve("data/events.gpkg"), PosixFilePermissions.fromString("rw-r--r--"));
        try (EventStore store = open()) {
            assertEquals(10, store.count(EventQuery.all()));
        }
        assertEquals(List.of(), StoreCheck.of(folder.resolve("data")).problems());
    }
}
