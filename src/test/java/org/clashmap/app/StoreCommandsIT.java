package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.clashmap.event.EventSamples;
import org.clashmap.event.EventStore;
import org.clashmap.geo.LonLat;
import org.clashmap.store.GeoPackageStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandsIT {
    @TempDir
    Path folder = Path.of(".");

    private static CommandLineRun run(String command, Object... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = command;
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].toString();
        }
        return CommandLineRun.of(all);
    }

    @Test
    void aBackupIsMadeCheckedAndRestored() throws IOException {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        try (EventStore store = GeoPackageStore.open(data, InstantSource.system())) {
            store.addVersions(List.of(EventSamples.at("a", new LonLat(30, 50), LocalDate.of(2025, 4, 8))));
            CommandLineRun made = run("backup", "--data", data, backup);
            assertEquals(ExitCode.DONE, made.exitCode(), made.err());
            assertTrue(made.out().contains(": 1 events at data version 2, 1 file, "), made.out());
        }
        CommandLineRun check = run("check", "--data", backup);
        assertEquals(ExitCode.DONE, check.exitCode(), check.err());
        assertEquals(
                "The store is sound: 1 events, 0 received, 0 reports, 1 versions.",
                check.out().strip());
        CommandLineRun refused = run("restore", backup, "--data", data);
        assertEquals(ExitCode.CANNOT_RUN, refused.exitCode());
        assertTrue(refused.err().contains("is not empty") && refused.err().contains("--replace"), refused.err());
        Files.delete(data.resolve("events.gpkg"));
        CommandLineRun nothing = run("check", "--data", data);
        assertTrue(nothing.err().contains("there is no store in " + data), nothing.err());
        assertEquals(ExitCode.CANNOT_RUN, nothing.exitCode());
        CommandLineRun restored = run("restore", backup, "--data", data);
        assertEquals(ExitCode.DONE, restored.exitCode(), restored.err());
        assertEquals(ExitCode.DONE, run("check", "--data", data).exitCode());
    }
}
