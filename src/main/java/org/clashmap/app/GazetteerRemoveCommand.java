package org.clashmap.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clashmap.gazetteer.Preparation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a layer out of the gazetteer again. */
@Command(
        name = "remove",
        description = "Take a layer and all its places out of the gazetteer again.",
        mixinStandardHelpOptions = true)
final class GazetteerRemoveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAYER", description = "Its name, as \"gazetteer list\" shows it.")
    private String name;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        return LayerErrand.run(spec, data, layers -> {
            layers.remove(name);
            Path geodata = Installation.find().geodata();
            Preparation.begin(geodata, LayerErrand.folder(data), name).finish();
            Console.of(spec).result("layer\t" + name + "\tremoved");
            return ExitCode.DONE;
        });
    }
}
