package org.clashmap.exchange.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.event.EventStore;

/**
 * What became of a file.
 *
 * @param preset the layout it had
 * @param reportId the file as a report
 * @param rows records read
 * @param events what became of the events
 * @param aside rows that are no events
 * @param rejected rows left out, by code
 * @param warnings things passed over in rows that were kept, by code
 */
public record ImportSummary(
        Preset preset,
        String reportId,
        long rows,
        EventStore.BatchCounts events,
        Aside aside,
        Map<String, Long> rejected,
        Map<String, Long> warnings) {

    /**
     * Rows that are no events.
     *
     * @param skipped by the preset's own rule
     * @param documents kept as reports
     * @param withoutEvent mentions of events that are not stored
     */
    public record Aside(long skipped, long documents, long withoutEvent) {}

    public ImportSummary {
        rejected = new TreeMap<>(rejected);
        warnings = new TreeMap<>(warnings);
    }

    public long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** "1,200 rows as acled: 1,100 events new, 50 changed, 40 as before; 10 rows left out". */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "%,d events new", events.added()));
        parts.add(String.format(Locale.ROOT, "%,d changed", events.renewed()));
        parts.add(String.format(Locale.ROOT, "%,d as before", events.unchanged()));
        if (aside.documents() > 0) {
            parts.add(String.format(Locale.ROOT, "%,d documents kept as reports", aside.documents()));
        }
        if (aside.skipped() > 0) {
            parts.add(String.format(Locale.ROOT, "%,d rows passed over", aside.skipped()));
        }
        if (aside.withoutEvent() > 0) {
            parts.add(String.format(Locale.ROOT, "%,d mentions of events that are not stored", aside.withoutEvent()));
        }
        parts.add(String.format(Locale.ROOT, "%,d rows rejected", rejectedRows()));
        return String.format(Locale.ROOT, "%,d rows read as %s: ", rows, preset.name()) + String.join(", ", parts);
    }
}
