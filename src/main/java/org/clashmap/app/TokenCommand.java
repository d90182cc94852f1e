package org.clashmap.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tokens of those who write. */
@Command(
        name = "token",
        description = "Make, list and revoke the tokens of those who write.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenAddCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say which: add, list or revoke");
    }
}
