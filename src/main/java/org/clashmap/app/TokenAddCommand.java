package org.clashmap.app;

import java.util.concurrent.Callable;
import org.clashmap.api.access.Role;
import org.clashmap.api.access.TokenFileException;
import org.clashmap.api.access.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a token and shows it once. */
@Command(
        name = "add",
        description = "Make a token and show it, once; only its hash is kept.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Roles, each with the rights of those before it:",
            "  contributor    sees everything exactly, hands in reports",
            "  reviewer       corrects, accepts, rejects",
            "  publisher      publishes, holds back, loosens a rule for one event",
            "  administrator  settings"
        })
final class TokenAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--role", paramLabel = "ROLE", required = true, description = "What its holder may do.")
    private String role;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "Whose it is; stands in the history of what is done with it.")
    private String name;

    @Mixin
    private final TokenOption data = new TokenOption();

    @Override
    public Integer call() {
        Tokens tokens = data.open();
        try {
            Tokens.Made made = tokens.add(name, role(role));
            Console console = Console.of(spec);
            console.say("Token " + made.token().id() + " for " + made.token().name() + ", role "
                    + made.token().role().wire() + ". It is shown only now:");
            console.result(made.secret());
        } catch (TokenFileException unwritable) {
            throw new CannotRunException(String.valueOf(unwritable.getMessage()), unwritable);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
        return ExitCode.DONE;
    }

    private Role role(String word) {
        try {
            Role parsed = Role.parse(word);
            if (parsed != Role.READER) {
                return parsed;
            }
        } catch (IllegalArgumentException unknown) {
            // told below, together with the role that needs no token
        }
        throw new ParameterException(
                spec.commandLine(), "Invalid value for option '--role': \"" + word + "\"; allowed: " + Role.FOR_TOKENS);
    }
}
