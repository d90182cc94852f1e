package org.clashmap.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clashmap.event.CodedReport;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.event.RecentEvents;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.GeodataException;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
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
        return of(gazetteer(installation));
    }

    /**
     * With the layers of a data folder as well; a layer that cannot be read is told about and left out.
     *
     * @throws CannotRunException when the gazetteer is missing or of another version
     */
    static Workshop open(Installation installation, Path data, Console console) {
        return of(gazetteer(installation, data, console));
    }

    /** Coding with what a store knows of the weeks before each report. */
    Function<Report, CodedReport> codingWith(EventStore store) {
        return report -> coder.code(report, RecentEvents.before(store, report.published()));
    }

    private static Workshop of(Gazetteer gazetteer) {
        Geoparser geoparser = new Geoparser(gazetteer);
        return new Workshop(gazetteer, geoparser, new EventCoder(geoparser));
    }

    /** As {@link #open(Installation)}, the gazetteer only. */
    static Gazetteer gazetteer(Installation installation) {
        return load(() -> CompactGazetteer.load(
                installation.geodata(), installation.home().resolve("no-layers"), installation.cache()));
    }

    /** As {@link #open(Installation, Path, Console)}, the gazetteer only. */
    static Gazetteer gazetteer(Installation installation, Path data, Console console) {
        Gazetteer gazetteer = load(() ->
                CompactGazetteer.load(installation.geodata(), data.resolve(GAZETTEER_LAYERS), installation.cache()));
        gazetteer.notices().forEach(console::say);
        return gazetteer;
    }

    private static Gazetteer load(Supplier<Gazetteer> loading) {
        try {
            return loading.get();
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
