package org.clashmap.event;

import java.util.List;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;

/** Codes a report into events by the codebook. Thread-safe; the same report gives the same events. */
public final class EventCoder {
    private final Geoparser geoparser;

    public EventCoder(Geoparser geoparser) {
        this.geoparser = geoparser;
    }

    public CodedReport code(Report report) {
        return new CodedReport(List.of(), List.of(), List.of());
    }

    Geoparser geoparser() {
        return geoparser;
    }
}
