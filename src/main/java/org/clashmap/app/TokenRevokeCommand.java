package org.clashmap.app;

import java.util.concurrent.Callable;
import org.clashmap.api.access.Token;
import org.clashmap.api.access.TokenFileException;
import org.clashmap.api.access.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Revokes a token; a running server refuses it from the next request on. */
@Command(
        name = "revoke",
        description = "Revoke a token; a running server refuses it from its next request on.",
        mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Its id, as \"token list\" shows it.")
    private String id;

    @Mixin
    private final TokenOption data = new TokenOption();

    @Override
    public Integer call() {
        Tokens tokens = data.open();
        try {
            Token revoked = tokens.revoke(id)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "There is no token \"" + id + "\"; \"clashmap token list\" shows those that there are"));
            Console.of(spec).result("Token " + revoked.id() + " of " + revoked.name() + " is revoked.");
        } catch (TokenFileException unwritable) {
            throw new CannotRunException(String.valueOf(unwritable.getMessage()), unwritable);
        }
        return ExitCode.DONE;
    }
}
