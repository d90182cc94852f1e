package org.clashmap.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs the benchmarks of {@code src/jmh}. They and what they are compared with are no part of the program, so Maven
 * compiles and starts them.
 */
@Command(
        name = "bench",
        description = "Run benchmarks beside their yardsticks. Needs the sources and Maven.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final String ENDING = "Benchmark.java";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "Which: gazetteer (beside Lucene), geoparsing (beside CLAVIN) or import.")
    private String name;

    @Option(
            names = "--texts",
            paramLabel = "FILE",
            description = "The texts to geoparse, as JSON lines {\"text\"}, plain or .gz; the first 300 are taken."
                    + " Without it, two reports of the repository.")
    private @Nullable Path texts;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Installation.find().home();
        List<String> known = names(home.resolve("src/jmh"));
        if (!known.contains(name.toLowerCase(Locale.ROOT))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no benchmarks are called \"" + name + "\"; there are: " + String.join(", ", known));
        }
        if (texts != null && !Files.isReadable(texts)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + texts);
        }
        List<String> command = List.of(
                "mvn",
                "-q",
                "-B",
                "-Pbench",
                "-Dquick",
                "-Dbench=" + name.toLowerCase(Locale.ROOT),
                "-Dtexts=" + (texts == null ? "" : texts.toAbsolutePath()),
                "process-test-classes");
        try {
            Process maven = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .inheritIO()
                    .start();
            return maven.waitFor() == 0 ? ExitCode.DONE : ExitCode.CANNOT_RUN;
        } catch (IOException missing) {
            throw new CannotRunException("the benchmarks need Maven, and it cannot be started", missing);
        }
    }

    /** What the benchmark classes are called, in small letters and without their ending. */
    private static List<String> names(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            throw new CannotRunException("the benchmarks need the program's sources beside it, in " + sources);
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING))
                    .map(file ->
                            file.substring(0, file.length() - ENDING.length()).toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
        }
    }
}
