package org.clashmap.app;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.clashmap.api.access.Token;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the tokens, without their secrets, which are kept nowhere. */
@Command(
        name = "list",
        description = "List the tokens: id, role, name, when made, last used and revoked.",
        mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final TokenOption data = new TokenOption();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        console.result("id\trole\tname\tcreated\tlast_used\trevoked");
        for (Token token : data.open().list()) {
            console.result(String.join(
                    "\t",
                    token.id(),
                    token.role().wire(),
                    token.name(),
                    token.created().toString(),
                    words(token.lastUsed()),
                    words(token.revoked())));
        }
        return ExitCode.DONE;
    }

    private static String words(@Nullable Instant instant) {
        return instant == null ? "-" : instant.toString();
    }
}
