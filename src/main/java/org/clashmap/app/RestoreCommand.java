package org.clashmap.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.clashmap.event.EventStoreException;
import org.clashmap.store.Backup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the data folder. */
@Command(
        name = "restore",
        description = "Put a backup in the place of the data folder, after checking each of its files.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BACKUP", description = "A folder that \"clashmap backup\" made.")
    private Path backup;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: data beside the program).")
    private @Nullable Path data;

    @Option(names = "--replace", description = "Put a data folder that is there aside. Nothing is deleted.")
    private boolean replace;

    @Override
    public Integer call() {
        Path folder = (data == null ? Installation.find().data() : data).toAbsolutePath();
        try {
            Path before = Backup.restore(backup, folder, replace, Instant.now());
            Console console = Console.of(spec);
            console.result("Restored " + folder + " from " + backup + ".");
            if (!before.equals(folder)) {
                console.result("What was there is in " + before + ".");
            }
            return ExitCode.DONE;
        } catch (EventStoreException impossible) {
            throw new CannotRunException(String.valueOf(impossible.getMessage()), impossible);
        }
    }
}
