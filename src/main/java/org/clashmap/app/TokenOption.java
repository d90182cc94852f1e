package org.clashmap.app;

import java.nio.file.Path;
import java.time.InstantSource;
import org.clashmap.api.access.TokenFileException;
import org.clashmap.api.access.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the data folder, for commands about its tokens. */
final class TokenOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder that the tokens belong to (default: data beside the program).")
    private @Nullable Path folder;

    Tokens open() {
        return open(folder == null ? Installation.find().data() : folder);
    }

    /** @throws CannotRunException when the file of tokens cannot be used */
    static Tokens open(Path data) {
        try {
            return Tokens.open(data, InstantSource.system());
        } catch (TokenFileException unusable) {
            throw new CannotRunException(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
