package org.clashmap.exchange.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.event.SourceRef;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file on its way to the target: counts, batches, and a thread of its own that keeps a batch while the next is read. */
final class ImportRun implements AutoCloseable {
    private static final int BATCH = 4_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Preset preset;
    private final Receipt receipt;
    private final ImportTarget target;
    private final Consumer<Notice> notices;
    private final EventStore.Renewal renewal;
    private final ExecutorService keeper = Executors.newSingleThreadExecutor();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, Long> warnings = new TreeMap<>();

    private List<Report> reports = new ArrayList<>();
    private List<Event> events = new ArrayList<>(BATCH);
    private final Map<String, List<SourceRef>> mentions = new LinkedHashMap<>();
    private @Nullable Future<EventStore.BatchCounts> keeping;
    private EventStore.BatchCounts counts = EventStore.BatchCounts.NONE;
    private long rows;
    private long skipped;
    private long documents;
    private long withoutEvent;

    ImportRun(Preset preset, Receipt receipt, Report report, ImportTarget target, Consumer<Notice> notices) {
        this.preset = preset;
        this.receipt = receipt;
        this.target = target;
        this.notices = notices;
        boolean own = preset.form() == Preset.Form.OWN;
        renewal = own ? Renewals.ofOwn(target) : Renewals.ofRows(receipt);
        reports.add(report);
    }

    RowSink rows(RowCoder coder, Layout layout) {
        Cells cells = new Cells(layout, (row, problem) -> warn(row.line(), problem));
        return new RowSink() {
            @Override
            public void accept(Row row) {
                rows++;
                if (layout.isSkipped(row)) {
                    skipped++;
                    return;
                }
                try {
                    take(coder, cells.at(row));
                } catch (RowProblem problem) {
                    refuse(row.line(), problem);
                }
            }

            @Override
            public void reject(long line, RowProblem problem) {
                rows++;
                refuse(line, problem);
            }
        };
    }

    private void take(RowCoder coder, Cells cells) throws RowProblem {
        switch (preset.terms().kind()) {
            case EVENTS -> add(coder.code(cells));
            case MENTIONS -> {
                mentions.computeIfAbsent(coder.id(cells), id -> new ArrayList<>())
                        .addAll(coder.listSources(cells));
                if (mentions.size() >= BATCH) {
                    flush();
                }
            }
            case DOCUMENTS -> {
                reports.add(document(coder.listSources(cells).getFirst(), cells));
                documents++;
                if (reports.size() >= BATCH) {
                    flush();
                }
            }
        }
    }

    /** A document that is known only by what a row says of it. */
    private Report document(SourceRef source, Cells cells) {
        String url = source.url();
        StringBuilder text = new StringBuilder();
        MAPPER.readTree(cells.row().raw())
                .forEachEntry((name, value) ->
                        text.append(name).append(": ").append(value.asString()).append('\n'));
        return new Report(
                "rep-" + RowCoder.hash(url == null ? cells.row().raw() : url),
                text.toString(),
                Language.EN,
                source.published(),
                new Report.Source(source.publisher(), null, url),
                new Report.Receipt(receipt.sha256(), "text/csv", text.length(), receipt.collectedAt(), "import"));
    }

    /** Takes a record in this program's own format. */
    boolean own(JsonNode record, long number) {
        rows++;
        try {
            add(OwnRecords.read(record));
        } catch (RowProblem problem) {
            refuse(number, problem);
        }
        return true;
    }

    private void add(Event event) {
        events.add(event);
        if (events.size() >= BATCH) {
            flush();
        }
    }

    private void refuse(long line, RowProblem problem) {
        rejected.merge(problem.code(), 1L, Long::sum);
        notices.accept(new Notice(problem.code(), Severity.ERROR, where(line), problem.message()));
    }

    /** The rest of the file cannot be read. */
    void breakOff(ImportException why) {
        rejected.merge("file_broken", 1L, Long::sum);
        notices.accept(new Notice("file_broken", Severity.ERROR, receipt.file(), String.valueOf(why.getMessage())));
    }

    private void warn(long line, RowProblem problem) {
        warnings.merge(problem.code(), 1L, Long::sum);
        notices.accept(new Notice(problem.code(), Severity.WARNING, where(line), problem.message()));
    }

    private String where(long line) {
        return receipt.file() + (preset.form() == Preset.Form.TABLE ? ", line " : ", record ") + line;
    }

    private void flush() {
        await();
        for (Map.Entry<String, List<SourceRef>> mention : mentions.entrySet()) {
            target.find(mention.getKey())
                    .ifPresentOrElse(
                            event -> withSources(event, mention.getValue()).ifPresentOrElse(events::add, () -> {
                                counts = counts.plus(new EventStore.BatchCounts(0, 0, 1));
                            }),
                            () -> withoutEvent++);
        }
        mentions.clear();
        List<Report> batchReports = reports;
        List<Event> batchEvents = events;
        reports = new ArrayList<>();
        events = new ArrayList<>(BATCH);
        EventStore.Renewal how =
                preset.terms().kind() == Preset.Kind.MENTIONS ? (stored, next) -> Optional.of(next) : renewal;
        keeping = keeper.submit(() -> target.keep(batchReports, batchEvents, how));
    }

    /** The event with the sources that it does not have yet; empty when it has them all. */
    private Optional<Event> withSources(Event event, List<SourceRef> more) {
        List<SourceRef> sources = new ArrayList<>(event.account().sources());
        for (SourceRef source : more) {
            boolean known = sources.stream()
                    .anyMatch(one -> source.url() != null && source.url().equals(one.url()));
            if (!known) {
                sources.add(source);
            }
        }
        if (sources.size() == event.account().sources().size()) {
            return Optional.empty();
        }
        Event.Change change = new Event.Change(
                event.version() + 1, receipt.collectedAt(), "import", "import", "sources of " + receipt.file());
        return Optional.of(event.withAccount(event.account().withSources(sources))
                .withVersion(event.version() + 1, event.editorial().after(change)));
    }

    private void await() {
        if (keeping == null) {
            return;
        }
        try {
            counts = counts.plus(keeping.get());
            keeping = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportException("the import was stopped", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    ImportSummary finish() {
        flush();
        await();
        return new ImportSummary(
                preset,
                receipt.reportId(),
                rows,
                counts,
                new ImportSummary.Aside(skipped, documents, withoutEvent),
                rejected,
                warnings);
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        keeper.close();
    }
}
