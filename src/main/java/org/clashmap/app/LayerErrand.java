package org.clashmap.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.clashmap.gazetteer.layer.GazetteerLayers;
import org.clashmap.gazetteer.layer.LayerException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Something to do with the layers of a data folder; a failure is told with its exit code, and that nothing has changed. */
@FunctionalInterface
interface LayerErrand {
    int run(GazetteerLayers layers) throws IOException;

    /** The folder of all layers. */
    static Path folder(DataOption data) {
        return data.folder(Installation.find()).resolve(Workshop.GAZETTEER_LAYERS);
    }

    static int run(CommandSpec spec, DataOption data, LayerErrand errand) {
        try {
            return errand.run(new GazetteerLayers(folder(data), InstantSource.system()));
        } catch (LayerException refused) {
            if (refused.fault() == LayerException.Fault.REQUEST) {
                throw new ParameterException(
                        spec.commandLine(), "Nothing was changed: " + refused.getMessage(), refused);
            }
            throw new CannotRunException("nothing was changed: " + refused.getMessage(), refused);
        } catch (IOException failure) {
            throw new CannotRunException(
                    "nothing was changed, since a file cannot be read or written: " + failure, failure);
        }
    }
}
