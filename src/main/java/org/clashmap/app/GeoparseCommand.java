package org.clashmap.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clashmap.api.document.TextInput;
import org.clashmap.api.document.ToponymJson;
import org.clashmap.report.Hints;
import org.clashmap.report.Report;
import org.clashmap.report.ReportReader;
import org.clashmap.report.fetch.PageFetcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Finds the toponyms of texts. */
@Command(
        name = "geoparse",
        description = "Find the toponyms of a text and the places they mean.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In:  a text or HTML file, or with --jsonl {\"id\",\"text\",\"spans\"?:[{\"start\",\"end\"}],\"lang\"?,\"country\"?} on each line;",
            "     with spans, exactly those are resolved. Offsets are code points, end exclusive.",
            "Out: {\"id\",\"toponyms\":[{\"start\",\"end\",\"text\",\"role\",\"resolution\",\"place\",\"score\",\"candidates\"}],",
            "     \"phrases\":[{\"start\",\"end\",\"relation\",\"toponyms\",\"locations\"}]} on each line, in the order of the lines in;",
            "     all processors work, a few lines each are held."
        })
final class GeoparseCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PATH|-", description = "A file to read; - reads standard input.")
    private @Nullable String path;

    @Option(names = "--jsonl", paramLabel = "FILE|-", description = "Texts as JSON lines; - reads standard input.")
    private @Nullable String lines;

    @Option(names = "--timings", description = "With each answer, the milliseconds that each step took.")
    private boolean timings;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if ((path == null) == (lines == null)) {
            throw new ParameterException(spec.commandLine(), "Name either a PATH or --jsonl FILE");
        }
        Installation installation = Installation.find();
        Workshop workshop = Workshop.open(installation, data.folder(installation), console);
        ToponymJson toponyms = new ToponymJson(workshop.geoparser(), timings);
        if (path != null) {
            return parseFile(console, toponyms, path);
        }
        String source = Objects.requireNonNull(lines);
        return new JsonLines(console).run(source, input -> JSON.writeValueAsString(toponyms.parse(input)));
    }

    private static int parseFile(Console console, ToponymJson toponyms, String path) {
        ReportFiles.check(List.of(path));
        AtomicBoolean failed = new AtomicBoolean();
        ReportFiles files = new ReportFiles(
                new ReportReader(InstantSource.system()),
                new PageFetcher(),
                Hints.NONE,
                (report, received) -> console.result(JSON.writeValueAsString(toponyms.parse(input(report)))),
                notice -> {
                    console.say(notice);
                    failed.compareAndSet(false, Console.isError(notice));
                });
        files.read(path);
        return failed.get() ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private static TextInput input(Report report) {
        return new TextInput(
                report.id(),
                report.text(),
                report.language(),
                new TextInput.About(report.published(), report.source().publisher(), null),
                List.of());
    }
}
