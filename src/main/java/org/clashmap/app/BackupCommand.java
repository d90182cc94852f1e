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

/** Makes a backup of the data folder, also while the map is served. */
@Command(
        name = "backup",
        description = "Copy the data folder as it is at one moment, also while it is served and written.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder to make (default: data-backup-TIME beside the data folder).")
    private @Nullable Path target;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: data beside the program).")
    private @Nullable Path data;

    @Override
    public Integer call() {
        Path folder = (data == null ? Installation.find().data() : data).toAbsolutePath();
        Instant now = Instant.now();
        Path made =
                target == null ? folder.resolveSibling(folder.getFileName() + "-backup-" + Backup.stamp(now)) : target;
        try {
            Backup.Facts facts = Backup.make(folder, made, now);
            Console.of(spec)
                    .result("Backup " + made + ": " + facts.events() + " events at data version " + facts.dataVersion()
                            + ", " + facts.files() + (facts.files() == 1 ? " file, " : " files, ") + facts.bytes()
                            + " bytes. \"clashmap restore " + made + "\" brings it back.");
            return ExitCode.DONE;
        } catch (EventStoreException impossible) {
            throw new CannotRunException(String.valueOf(impossible.getMessage()), impossible);
        }
    }
}
