package org.clashmap.bench;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Starts the benchmarks of a name: geoparsing keeps its own time, all others are JMH's. */
final class RunBenchmarks {
    private RunBenchmarks() {}

    public static void main(String... arguments) throws IOException, ReflectiveOperationException, RunnerException {
        String name = arguments[0];
        if (name.equals("geoparsing")) {
            GeoparsingBenchmark.main();
            return;
        }
        new Runner(new OptionsBuilder()
                        .include("(?i)\\." + name + "Benchmark\\.")
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
