package org.clashmap.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The gazetteer's own commands. */
@Command(
        name = "gazetteer",
        description = "Search, describe, extend and build the gazetteer.",
        mixinStandardHelpOptions = true,
        subcommands = {
            GazetteerSearchCommand.class,
            GazetteerAddCommand.class,
            GazetteerRemoveCommand.class,
            GazetteerListCommand.class,
            GazetteerInfoCommand.class,
            GazetteerBuildCommand.class
        })
final class GazetteerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say which: search, add, remove, list, info or build");
    }
}
