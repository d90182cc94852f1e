package org.clashmap.app;

import java.util.concurrent.Callable;
import org.clashmap.gazetteer.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what the gazetteer is made of. */
@Command(
        name = "info",
        description = "Print the gazetteer's version, layers, licences and credits.",
        mixinStandardHelpOptions = true)
final class GazetteerInfoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Installation installation = Installation.find();
        Gazetteer gazetteer =
                Workshop.open(installation, data.folder(installation), console).gazetteer();
        console.result("version\t" + gazetteer.version());
        for (Gazetteer.Credit credit : gazetteer.credits()) {
            console.result(String.join(
                    "\t",
                    credit.layer(),
                    credit.places() + " places",
                    credit.source(),
                    credit.licence(),
                    credit.url()));
        }
        return ExitCode.DONE;
    }
}
