package org.clashmap.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.clashmap.gazetteer.layer.GazetteerLayers;
import org.clashmap.gazetteer.layer.LayerInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the layers that were added, and what they were made from. */
@Command(
        name = "list",
        description = "List the layers that were added: places, licence, when, and from which files.",
        mixinStandardHelpOptions = true)
final class GazetteerListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        return LayerErrand.run(spec, data, layers -> {
            Console console = Console.of(spec);
            List<GazetteerLayers.Listed> stored = layers.list();
            if (stored.isEmpty()) {
                console.say("No layer has been added to " + LayerErrand.folder(data) + ".");
            }
            boolean broken = false;
            for (GazetteerLayers.Listed layer : stored) {
                broken |= tell(console, layer);
            }
            return broken ? ExitCode.SOME_FAILED : ExitCode.DONE;
        });
    }

    /** True when the layer is broken. */
    private static boolean tell(Console console, GazetteerLayers.Listed layer) {
        GazetteerLayers.Entry entry = layer.entry();
        if (entry == null) {
            console.say("error: layer " + layer.name() + " is broken (" + layer.problem()
                    + "); add it again or run: ./clashmap gazetteer remove " + layer.name());
            return true;
        }
        LayerInfo.Terms terms = entry.info().terms();
        console.result(String.join(
                "\t",
                layer.name(),
                entry.places() + " places",
                entry.names() + " names",
                terms.licence(),
                terms.attribution(),
                entry.info().added().toString()));
        for (LayerInfo.SourceFile file : entry.info().files()) {
            console.result(String.join(
                    "\t",
                    "",
                    file.url() == null ? file.name() : file.url(),
                    file.bytes() + " bytes",
                    "sha256 " + file.sha256()));
        }
        return false;
    }
}
