package org.clashmap.ingest;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.merge.MergePlan;
import org.clashmap.event.merge.MergePlanner;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of reports into the store. Each report is kept with its events or not at all; what it tells again is merged with
 * what is stored. One that cannot be coded is a notice and the run goes on. A failing store ends the run: what was stored
 * before stays. Used by one thread.
 */
public final class Ingester {
    static final String KNOWN = "report_known";
    static final String FAILED = "coding_failed";

    private static final Logger LOG = LoggerFactory.getLogger(Ingester.class);

    /** How often a report is planned anew when somebody else changes the events it is merged with. */
    private static final int MOST_PLANS = 5;

    private final Function<Report, CodedReport> coder;
    private final EventStore store;
    private final Consumer<Notice> notices;
    private final BiFunction<Report, CodedReport, MergePlan> planner;
    private final IngestSummary.Tally tally = new IngestSummary.Tally();

    /**
     * Merges what reports tell again.
     *
     * @param coder {@code EventCoder::code}
     * @param notices told at once about every notice, so that a long run shows what it meets
     */
    public Ingester(Function<Report, CodedReport> coder, EventStore store, Consumer<Notice> notices) {
        this(coder, store, notices, new MergePlanner(store)::plan);
    }

    private Ingester(
            Function<Report, CodedReport> coder,
            EventStore store,
            Consumer<Notice> notices,
            BiFunction<Report, CodedReport, MergePlan> planner) {
        this.coder = coder;
        this.store = store;
        this.notices = notices;
        this.planner = planner;
    }

    /** Keeps the events of each report apart from those of all others. */
    public static Ingester keepingApart(
            Function<Report, CodedReport> coder, EventStore store, Consumer<Notice> notices) {
        return new Ingester(coder, store, notices, (report, coded) -> MergePlan.nothing(coded));
    }

    /** Codes and keeps one report. A report that is stored already is left as it is, and is not coded again. */
    public void add(Report report) {
        add(report, null);
    }

    /** @param received the report's bytes as they came, to be kept beside it, or null */
    public void add(Report report, byte @Nullable [] received) {
        if (store.findReport(report.id()).isPresent()) {
            addKnown(report);
            return;
        }
        CodedReport coded;
        try {
            coded = coder.apply(report);
        } catch (RuntimeException failure) {
            addFailed(report, failure);
            return;
        }
        keep(report, coded, received);
    }

    private void keep(Report report, CodedReport coded, byte @Nullable [] received) {
        MergePlan plan;
        try {
            Optional<MergePlan> kept = planAndKeep(report, coded, received);
            if (kept.isEmpty()) {
                addKnown(report);
                return;
            }
            plan = kept.get();
        } catch (IllegalArgumentException refused) {
            addFailed(report, refused);
            return;
        }
        int onMap = (int) coded.events().stream().filter(Ingester::isOnMap).count();
        tally.addStored(coded.events().size(), onMap, coded.omissions().size());
        tally.addMerges(plan.counts());
        coded.notices().forEach(this::add);
    }

    /** Empty when the report is stored already. */
    private Optional<MergePlan> planAndKeep(Report report, CodedReport coded, byte @Nullable [] received) {
        for (int attempt = 1; ; attempt++) {
            MergePlan plan = planner.apply(report, coded);
            try {
                return store.addReport(report, plan.coded(), received, plan.following())
                        ? Optional.of(plan)
                        : Optional.empty();
            } catch (IllegalStateException faster) {
                // Somebody changed one of the events between the plan and its keeping.
                if (attempt == MOST_PLANS) {
                    throw faster;
                }
            }
        }
    }

    /** Counts a notice that was met before coding, such as one of a reader. */
    public void add(Notice notice) {
        tally.addNotice(notice);
        notices.accept(notice);
    }

    /** What became of all reports so far. */
    public IngestSummary summary() {
        return tally.summary();
    }

    private void addFailed(Report report, RuntimeException failure) {
        LOG.error("coding {} failed", report.id(), failure);
        tally.addFailed();
        add(new Notice(
                FAILED,
                Severity.ERROR,
                nameOf(report),
                "the report could not be coded and was left out; the log has the cause"));
    }

    private void addKnown(Report report) {
        tally.addKnown();
        add(new Notice(
                KNOWN,
                Severity.INFO,
                nameOf(report),
                "the same bytes are stored already as " + report.id() + "; nothing was changed"));
    }

    private static boolean isOnMap(Event event) {
        return event.what().tier() == MapTier.DEFAULT_MAP;
    }

    private static String nameOf(Report report) {
        String title = report.source().title();
        return title == null ? report.id() : "\"" + title + "\"";
    }
}
