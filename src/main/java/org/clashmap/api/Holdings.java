package org.clashmap.api;

import java.time.InstantSource;
import java.util.Optional;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geocode.Geoparser;
import org.clashmap.map.EventIndex;

/**
 * What the server serves from. All parts are safe for many threads.
 *
 * @param sampleReportId the id that the sample report has when it is in the store
 * @param guard who may read and write what
 * @param index of the store's events
 */
public record Holdings(
        EventStore store,
        Gazetteer gazetteer,
        Geoparser geoparser,
        EventCoder coder,
        InstantSource clock,
        Optional<String> sampleReportId,
        Guard guard,
        EventIndex index) {

    /** With an index of its own, in memory. */
    public Holdings(
            EventStore store,
            Gazetteer gazetteer,
            Geoparser geoparser,
            EventCoder coder,
            InstantSource clock,
            Optional<String> sampleReportId,
            Guard guard) {
        this(
                store,
                gazetteer,
                geoparser,
                coder,
                clock,
                sampleReportId,
                guard,
                EventIndex.of(store, guard.publisher(), clock));
    }

    /** True when the store holds the sample report, so that nobody takes it for news. */
    boolean hasSample() {
        return sampleReportId.flatMap(store::findReport).isPresent();
    }
}
