package org.clashmap.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.clashmap.evaluate.Training;
import org.clashmap.evaluate.WordTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns the weights by which places are told apart, or the usual case of words; prints the table the program is built with. */
@Command(
        name = "train",
        description = "Learn from corpora with known places how much each kind of evidence counts.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The weights of the program are written by",
            "  clashmap train CORPORA > src/main/resources/geocode/weights.tsv",
            "which names are places by",
            "  clashmap train --names CORPORA > src/main/resources/extract/toponyms/name-model.tsv",
            "and how words are written in prose, to read copy in capitals, by",
            "  clashmap train --words CORPORA > src/main/resources/text/word-case.tsv",
            "The same corpora give the same tables."
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Corpora (.jsonl, .jsonl.gz) with annotated toponyms or points of events, or folders of them.")
    private List<Path> paths;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "3000",
            description = "Read at most N records of each corpus, spread evenly, so that none drowns the others"
                    + " (default: ${DEFAULT-VALUE}).")
    private @Nullable Integer limit;

    @Option(
            names = "--words",
            description = "Count how English words are written in prose instead, for copy in capitals.")
    private boolean words;

    @Option(
            names = "--names",
            description =
                    "Learn instead which names of an English text are places, from articles with annotated names.")
    private boolean names;

    @Override
    public Integer call() {
        if (limit == null || limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit " + limit + " is below 1");
        }
        paths.forEach(JsonLines::existing);
        Console console = Console.of(spec);
        try {
            if (words) {
                console.result(WordTraining.run(paths, console::say).stripTrailing());
                return ExitCode.DONE;
            }
            Workshop workshop = Workshop.open(Installation.find());
            Training training = new Training(workshop.gazetteer(), OptionalInt.of(limit), console::say);
            console.result(
                    (names ? training.runNames(paths) : training.run(paths).toTable()).stripTrailing());
            return ExitCode.DONE;
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException unreadable) {
            throw new CannotRunException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }
}
