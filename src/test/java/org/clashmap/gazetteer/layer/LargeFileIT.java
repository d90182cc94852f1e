package org.clashmap.gazetteer.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table larger than the memory that is left to read it in. By default 64 MB of text; {@code -Dclashmap.largeMegabytes=2048} makes
 * it 2 GB, of which a few per cent stand on disk, compressed.
 */
class LargeFileIT {
    private static final int MEGABYTES = Integer.getInteger("clashmap.largeMegabytes", 64);
    /** The base alone takes 50 MB, rows are set aside on disk from 48 MB on, and an id takes some twenty bytes. */
    private static final int HEAP = 136 + MEGABYTES / 16;

    private static final int ROWS_PER_PLACE = 8;

    @TempDir
    Path folder;

    /** Rows of a dump: every eighth a village in its own spot, the others streams, which are passed over. */
    private Path dump() throws IOException {
        Path file = folder.resolve("UA.txt.gz");
        long written = 0;
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (int row = 0; written < (long) MEGABYTES << 20; row++) {
                boolean village = row % ROWS_PER_PLACE == 0;
                String line = String.format(
                        Locale.ROOT,
                        "%d\tVydumane%d\tVydumane%d\t\t%.5f\t%.5f\t%s\tUA\t\t05\t1412\t\t\t120\t\t80\tEurope/Kyiv\t2026-01-01\n",
                        90_000_000 + row,
                        row,
                        row,
                        48 + row % 1_000 / 2_000.0,
                        37 + row / 1_000 % 1_000 / 2_000.0,
                        village ? "P\tPPL" : "H\tSTM");
                out.write(line);
                written += line.length();
            }
        }
        return file;
    }

    @Test
    void tableIsAddedInMemoryThatDoesNotHoldIt() throws IOException, InterruptedException {
        Path file = dump();
        Path output = folder.resolve("output.txt");
        Process add = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dclashmap.home=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        ManagementFactory.getRuntimeMXBean().getClassPath(),
                        "org.clashmap.app.Main",
                        "gazetteer",
                        "add",
                        file.toString(),
                        "--name",
                        "large",
                        "--data",
                        folder.resolve("data").toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = add.waitFor();
        String said = Files.readString(output);
        assertEquals(0, code, said);
        long places = LayerManifest.read(folder.resolve("data/gazetteer/large")).places();
        assertTrue(places > MEGABYTES * 1_000L, () -> places + " places: " + said);
        System.out.println(MEGABYTES + " MB of rows in " + HEAP + " MB of heap: " + places + " places");
    }
}
