package org.clashmap.app;

import java.nio.file.Path;
import java.time.InstantSource;
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
    /** @throws CannotRunException when the gazetteer is missing or of another version */
    static Workshop open(Path geodata) {
        try {
            Gazetteer gazetteer = CompactGazetteer.load(geodata, geodata.resolveSibling("target"));
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
