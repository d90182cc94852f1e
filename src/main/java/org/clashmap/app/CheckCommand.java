package org.clashmap.app;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clashmap.event.EventStoreException;
import org.clashmap.store.StoreCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the store, also while it is served and written. */
@Command(
        name = "check",
        description = {
            "Check the store: the file, the hashes of what was received, every history, and that map, index and words equal"
                    + " it.",
            "Changes nothing. Exit code 1 when something is wrong."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: data beside the program).")
    private @Nullable Path data;

    @Override
    public Integer call() {
        Path folder = data == null ? Installation.find().data() : data;
        try {
            StoreCheck.Findings findings = StoreCheck.of(folder);
            Console console = Console.of(spec);
            findings.problems().forEach(console::result);
            long untold = findings.problemCount() - findings.problems().size();
            if (untold > 0) {
                console.result("… and " + untold + " more");
            }
            String counts = new TreeMap<>(findings.counts())
                    .entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", "));
            console.result((findings.isSound()
                            ? "The store is sound: "
                            : "Problems: " + findings.problemCount() + ". Looked at ")
                    + counts + ".");
            return findings.isSound() ? ExitCode.DONE : ExitCode.SOME_FAILED;
        } catch (EventStoreException impossible) {
            throw new CannotRunException(String.valueOf(impossible.getMessage()), impossible);
        }
    }
}
