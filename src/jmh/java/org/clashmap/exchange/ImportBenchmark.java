package org.clashmap.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventStore;
import org.clashmap.exchange.incoming.ImportRequest;
import org.clashmap.exchange.incoming.ImportTarget;
import org.clashmap.exchange.incoming.Importer;
import org.clashmap.exchange.incoming.PlaceFinder;
import org.clashmap.exchange.incoming.Presets;
import org.clashmap.store.GeoPackageStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many rows a second an import takes, by how far they go: read and coded, written as JSON, kept in a new store. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ImportBenchmark {
    private static final int ROWS = 20_000;
    private static final List<String> TYPES = List.of(
            "Battles,Armed clash",
            "Explosions/Remote violence,Shelling/artillery/missile attack",
            "Explosions/Remote violence,Air/drone strike");

    private final Presets presets = Presets.load();
    private Path folder = Path.of("");
    private Path table = Path.of("");
    private int stores;

    /** Writes invented rows in ACLED's layout, the same each time. */
    @Setup
    public void writeTable() throws IOException {
        folder = Files.createTempDirectory("clashmap-bench");
        table = folder.resolve("rows.csv");
        Random random = new Random(7);
        try (BufferedWriter writer = Files.newBufferedWriter(table)) {
            writer.write("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
                    + "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,"
                    + "admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,"
                    + "tags,timestamp\n");
            for (int i = 0; i < ROWS; i++) {
                String day = "2025-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
                writer.write("XXA" + i + "," + day + ",2025,1,Political violence,"
                        + TYPES.get(random.nextInt(TYPES.size()))
                        + ",Army of Redland (1990-),,8,Army of Blueland (1991-),1st Brigade; 2nd Brigade,1,18,,804,Europe,"
                        + "Ukraine,Sumy,Sumskyi,,Village " + random.nextInt(700) + "," + (50 + random.nextDouble()) + ","
                        + (34 + random.nextDouble()) + ",1,Radio Invented; The Made-up Post,Other-National,\"On " + day
                        + ", one army shelled positions of the other, as a row made up for measuring says in about as many"
                        + " words as real rows have, with a \"\"quotation\"\" in them. No deaths were reported.\","
                        + random.nextInt(4) + ",,1744200000\n");
            }
        }
    }

    @TearDown(Level.Trial)
    public void deleteFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private long read(ImportTarget target) {
        return new Importer(presets, PlaceFinder.NONE, InstantSource.system(), notice -> {})
                .read(ImportRequest.of(table), target)
                .events()
                .added();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long readAndCode() {
        return read(ImportTarget.show(event -> {}));
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long readCodeAndWriteJson() {
        long[] letters = new long[1];
        read(ImportTarget.show(event -> letters[0] += EventJson.toJson(event).length()));
        return letters[0];
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long readCodeAndKeep() {
        try (EventStore store = GeoPackageStore.open(folder.resolve("store-" + stores++), InstantSource.system())) {
            return read(ImportTarget.store(store));
        }
    }
}
