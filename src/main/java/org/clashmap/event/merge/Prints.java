package org.clashmap.event.merge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.EventStore;
import org.clashmap.report.Report;

/** The prints of stored reports, the last used ones kept. One thread. */
final class Prints {
    private static final int MOST = 4000;

    private final EventStore store;
    private final Map<String, Optional<TextPrint>> recent = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<TextPrint>> eldest) {
            return size() > MOST;
        }
    };

    Prints(EventStore store) {
        this.store = store;
    }

    /** Empty where the report is not stored, as for imported records. */
    Optional<TextPrint> find(String reportId) {
        return recent.computeIfAbsent(
                reportId, id -> store.findReport(id).map(Report::text).map(TextPrint::of));
    }

    void keep(String reportId, TextPrint print) {
        recent.put(reportId, Optional.of(print));
    }
}
