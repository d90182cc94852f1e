package org.clashmap.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.clashmap.api.document.CodingJson;
import org.clashmap.ingest.IngestSummary;
import org.clashmap.notice.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches of reports that are read in the background, one after the other. What is done of one stays done when the server
 * stops; the rest has to be handed in again. The last hundred are remembered. Safe for many threads.
 */
final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int MOST = 100;
    private static final int MOST_NOTICES = 100;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("reports").factory());
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private int last;

    /** What a job does, telling it how far it is. */
    @FunctionalInterface
    interface Work {
        void run(Job job);
    }

    /** The id of the new job. */
    synchronized String begin(int reports, Work work) {
        String id = "job-" + ++last;
        Job job = new Job(id, reports);
        jobs.put(id, job);
        if (jobs.size() > MOST) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        worker.execute(() -> job.run(work));
        return id;
    }

    synchronized Optional<Map<String, Object>> find(String id) {
        return Optional.ofNullable(jobs.get(id)).map(Job::document);
    }

    /** One batch. */
    static final class Job {
        private final String id;
        private final int total;
        private final List<String> done = new ArrayList<>();
        private String status = "queued";
        private List<Notice> notices = List.of();
        private Map<String, Object> counts = Map.of();
        private String words = "";

        private Job(String id, int total) {
            this.id = id;
            this.total = total;
        }

        private void run(Work work) {
            set("running");
            try {
                work.run(this);
                set("done");
            } catch (RuntimeException failure) {
                LOG.error("job {} failed", id, failure);
                set("failed");
            }
        }

        private synchronized void set(String next) {
            status = next;
        }

        synchronized void advance(String reportId, IngestSummary summary, List<Notice> so) {
            done.add(reportId);
            notices = List.copyOf(so.subList(0, Math.min(so.size(), MOST_NOTICES)));
            words = summary.inWords();
            counts = Members.of(
                    "stored",
                    summary.reports().stored(),
                    "known",
                    summary.reports().known(),
                    "failed",
                    summary.reports().failed(),
                    "events",
                    summary.events());
        }

        private synchronized Map<String, Object> document() {
            Map<String, Object> document = Members.of(
                    "id", id, "status", status, "reports", total, "done", done.size(), "report_ids", List.copyOf(done));
            document.putAll(counts);
            document.put("summary", words);
            document.put("notices", CodingJson.notices(notices));
            return document;
        }
    }
}
