package org.clashmap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.clashmap.event.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the middle of its writes, again and again. */
class KilledStoreIT {
    /** Few, so that the build does not wait for them; {@code -Dclashmap.killRounds=20} for a thorough run. */
    private static final int ROUNDS = Integer.getInteger("clashmap.killRounds", 4);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void whatWasAcknowledgedIsThereAndNothingIsHalfAfterTwentyKills() throws IOException, InterruptedException {
        long seed = 9;
        Random random = new Random(seed);
        Map<String, Integer> acknowledged = new HashMap<>();
        List<String> reports = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            runAndKill(round, 5 + random.nextInt(60), acknowledged, reports);
            StoreCheck.Findings findings = StoreCheck.of(folder.resolve("data"));
            assertEquals(List.of(), findings.problems(), "seed " + seed + ", round " + round);
            try (EventStore store = GeoPackageStore.open(folder.resolve("data"), InstantSource.system())) {
                acknowledged.forEach((id, version) -> assertTrue(
                        store.findVersion(id, version).isPresent(), id + " version " + version + " is lost"));
                reports.forEach(id -> assertTrue(store.findReceived(id).isPresent(), "report " + id + " is lost"));
                long batches = store.listChanges(0, Integer.MAX_VALUE).stream()
                        .mapToLong(change -> change.dataVersion())
                        .distinct()
                        .count();
                // The first data version is that of the empty store; each write makes one more.
                assertEquals(store.dataVersion() - 1, batches, "round " + round + ": a write without its versions");
            }
        }
        assertTrue(acknowledged.size() > ROUNDS, acknowledged.size() + " acknowledged");
        for (Path backup : backups()) {
            assertEquals(List.of(), StoreCheck.of(backup).problems(), backup.toString());
        }
    }

    private void runAndKill(int round, int changes, Map<String, Integer> acknowledged, List<String> reports)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyWriter.class.getName(),
                        folder.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int read = 0;
            StringBuilder line = new StringBuilder();
            // After the kill what is still in the pipe counts, too; a last line without its end does not.
            for (int letter = lines.read(); letter >= 0; letter = lines.read()) {
                if (letter != '\n') {
                    line.append((char) letter);
                    continue;
                }
                take(line.toString().strip(), acknowledged, reports);
                line.setLength(0);
                if (++read == changes) {
                    // By its handle: the process's own way would close the pipe as well.
                    process.toHandle().destroyForcibly();
                }
            }
            assertTrue(read >= changes, "round " + round + ": the process ended by itself after " + read + " lines");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void take(String line, Map<String, Integer> acknowledged, List<String> reports) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("v")) {
            for (int i = 1; i < words.length; i += 2) {
                acknowledged.merge(words[i], Integer.valueOf(words[i + 1]), Math::max);
            }
        } else if (words[0].equals("r")) {
            reports.add(words[1]);
        }
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            // The first of each round; the last one was mostly cut off by the kill.
            return folders.filter(path -> String.valueOf(path.getFileName()).matches("backup-[0-9]+-0"))
                    .toList();
        }
    }
}
