package org.clashmap.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.GeodataException;
import org.clashmap.geocode.Geoparser;
import org.clashmap.store.GeoPackageStore;

/** The parts that coding needs, wired together once. Loading the gazetteer takes a moment and some memory. */
record Workshop(Gazetteer gazetteer, Geoparser geoparser, EventCoder coder) {
    /** The folder of the user's layers in the data folder. */
    static final String GAZETTEER_LAYERS = "gazetteer";

    /**
     * With the gazetteer that comes with the program alone, so that figures can be compared.
     *
     * @throws CannotRunException when the gazetteer is missing or of another version
     */
    static Workshop open(Installation installation) {
        return open(() -> CompactGazetteer.load(
                installation.geodata(), installation.home().resolve("no-layers"), installation.cache()));
    }

    /**
     * With the layers of a data folder as well; a layer that cannot be read is told about and left out.
     *
     * @throws CannotRunException when the gazetteer is missing or of another version
     */
    static Workshop open(Installation installation, Path data, Console console) {
        Workshop workshop = open(() ->
                CompactGazetteer.load(installation.geodata(), data.resolve(GAZETTEER_LAYERS), installation.cache()));
        workshop.gazetteer.notices().forEach(console::say);
        return workshop;
    }

    private static Workshop open(Supplier<Gazetteer> loading) {
        try {
            Gazetteer gazetteer = loading.get();
            Geoparser geoparser = new Geoparser(gazetteer);
            return new Workshop(gazetteer, geoparser, new EventCoder(geoparser));
        } catch (GeodataException unusable) {
            throw new CannotRunException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** @throws CannotRunException when the data folder cannot be used */
    static EventStore openStore(Path data) {
        try {
            return GeoPackageStore.open(data, InstantSource.system());
        } catch (EventStoreException unusable) {
            throw new CannotRunException(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
