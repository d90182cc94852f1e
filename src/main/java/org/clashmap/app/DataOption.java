package org.clashmap.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the data folder, where a command needs no more of it than the user's gazetteer layers. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder, whose gazetteer layers are used as well (default: data beside the program).")
    private @Nullable Path folder;

    Path folder(Installation installation) {
        return folder == null ? installation.data() : folder;
    }
}
