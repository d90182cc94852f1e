package org.clashmap.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clashmap.event.merge.MergePlan;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/**
 * What became of the reports of a run. Every report is counted once: stored, already there, or failed.
 *
 * @param events of the stored reports, of all tiers
 * @param onMap of those, the ones of the default map
 * @param leftOut passages that look like events and are none
 * @param merges how many of the events were told by another report before
 * @param noticeCounts by code, in alphabetical order
 */
public record IngestSummary(
        Reports reports,
        int events,
        int onMap,
        int leftOut,
        MergePlan.Counts merges,
        Map<String, Integer> noticeCounts,
        boolean hasErrors) {
    /** Notices that say of each report what the counts say of all. */
    private static final Set<String> TOLD_BY_COUNTS = Set.of(Ingester.KNOWN, Ingester.FAILED);

    public IngestSummary {
        noticeCounts = Collections.unmodifiableMap(new TreeMap<>(noticeCounts));
    }

    /** How many reports were stored, were there already, and failed. */
    public record Reports(int stored, int known, int failed) {
        public int total() {
            return stored + known + failed;
        }
    }

    /** One line for people. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        parts.add(counted(reports.stored(), "report") + " stored with " + counted(events, "event") + " (" + onMap
                + " on the default map)");
        parts.add(counted(leftOut, "passage") + " left out");
        parts.addAll(mergesInWords());
        if (reports.known() > 0) {
            parts.add(counted(reports.known(), "report") + " already stored");
        }
        if (reports.failed() > 0) {
            parts.add(counted(reports.failed(), "report") + " failed");
        }
        noticeCounts.forEach((code, count) -> {
            if (!TOLD_BY_COUNTS.contains(code)) {
                parts.add(code + " × " + count);
            }
        });
        return String.join(", ", parts);
    }

    private List<String> mergesInWords() {
        List<String> parts = new ArrayList<>();
        if (merges.merged() > 0) {
            List<String> of = new ArrayList<>();
            if (merges.reprints() > 0) {
                of.add(counted(merges.reprints(), "reprint"));
            }
            if (merges.corrections() > 0) {
                of.add(counted(merges.corrections(), "correction"));
            }
            parts.add(counted(merges.merged(), "event") + " merged with stored ones"
                    + (of.isEmpty() ? "" : " (" + String.join(" and ", of) + " among them)"));
        }
        if (merges.suggested() > 0) {
            parts.add(counted(merges.suggested(), "possible merge") + " left for review");
        }
        return parts;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Adds up a run. Not safe for several threads. */
    static final class Tally {
        private int stored;
        private int known;
        private int failed;
        private int events;
        private int onMap;
        private int leftOut;
        private MergePlan.Counts merges = MergePlan.Counts.NONE;
        private boolean hasErrors;
        private final Map<String, Integer> noticeCounts = new TreeMap<>();

        void addStored(int eventCount, int onMapCount, int omissionCount) {
            stored++;
            events += eventCount;
            onMap += onMapCount;
            leftOut += omissionCount;
        }

        void addMerges(MergePlan.Counts counts) {
            merges = merges.plus(counts);
        }

        void addKnown() {
            known++;
        }

        void addFailed() {
            failed++;
        }

        void addNotice(Notice notice) {
            noticeCounts.merge(notice.code(), 1, Integer::sum);
            hasErrors |= notice.severity() == Severity.ERROR;
        }

        IngestSummary summary() {
            return new IngestSummary(
                    new Reports(stored, known, failed), events, onMap, leftOut, merges, noticeCounts, hasErrors);
        }
    }
}
