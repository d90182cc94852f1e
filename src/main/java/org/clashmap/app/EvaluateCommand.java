package org.clashmap.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.clashmap.evaluate.Evaluation;
import org.clashmap.evaluate.Scorecard;
import org.clashmap.store.MemoryStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the program over reports coded by hand and over corpora. */
@Command(
        name = "evaluate",
        description = "Score the program over reports coded by hand and over corpora.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The page /scores shows web/data/scores.json, which is written by",
            "  clashmap evaluate --json GOLD CORPORA > web/data/scores.json"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Gold reports (.json), corpora (.jsonl, .jsonl.gz), or folders of them.")
    private List<Path> paths;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "Read at most N records of each corpus.")
    private @Nullable Integer limit;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit " + limit + " is below 1");
        }
        paths.forEach(JsonLines::existing);
        Console console = Console.of(spec);
        Workshop workshop = Workshop.open(Installation.find());
        OptionalInt atMost = limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
        Evaluation evaluation = new Evaluation(
                workshop.coder(),
                workshop.geoparser(),
                atMost,
                file -> console.say("scoring " + file),
                MemoryStore::new);
        try {
            Scorecard scores = evaluation.run(
                    paths, LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC));
            console.result(json ? scores.toJson() : scores.toText().stripTrailing());
            return ExitCode.DONE;
        } catch (IllegalArgumentException | UncheckedIOException unreadable) {
            throw new CannotRunException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }
}
