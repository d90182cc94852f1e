package org.clashmap.store;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.Omission;
import org.clashmap.event.Revision;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A store that forgets: for dry runs and tests. Queries look at every event, which is also what makes it the yardstick
 * for stores with indexes. Safe for many threads.
 */
public final class MemoryStore implements EventStore {
    private static final Comparator<Event> ORDER = Comparator.comparing(
                    (Event event) -> event.when().day(), Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(Event::id);

    private static final Comparator<Report> NEWEST_FIRST = Comparator.comparing(
                    Report::published, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(Report::id);

    /** Fair, since readers on virtual threads that come again and again would otherwise keep the writer waiting for ever. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private final MemoryVersions versions = new MemoryVersions();
    private final InstantSource clock;
    private final ChangeWatch watch = new ChangeWatch(this::dataVersion);
    private final Map<String, StoredReport> reports = new TreeMap<>();
    private final Map<String, byte[]> bytes = new TreeMap<>();
    private long dataVersion = 1;

    private record StoredReport(Report report, List<Omission> omissions) {}

    public MemoryStore() {
        this(InstantSource.system());
    }

    public MemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Supplier<T> write) {
        lock.writeLock().lock();
        try {
            return write.get();
        } finally {
            lock.writeLock().unlock();
            watch.wake();
        }
    }

    /** Keeps changed events under the next data version. */
    private void keep(MemoryVersions.Draft draft) {
        versions.keep(draft, ++dataVersion, GeoPackageTables.time(clock.instant()));
    }

    @Override
    public boolean addReport(Report report, CodedReport coded, byte @Nullable [] received, List<Event> following) {
        return writing(() -> {
            if (reports.containsKey(report.id())) {
                return false;
            }
            MemoryVersions.Draft draft = versions.draft();
            for (Event event : coded.events()) {
                if (draft.findLast(event.id()).isPresent()) {
                    throw Refusals.eventExists(report, event);
                }
                draft.add(event);
            }
            for (Event event : following) {
                draft.addNext(event);
            }
            List<Omission> omissions = coded.omissions().stream()
                    .sorted(Comparator.comparingInt(omission -> omission.quote().start()))
                    .toList();
            reports.put(report.id(), new StoredReport(report, omissions));
            if (received != null) {
                bytes.put(report.id(), received.clone());
            }
            keep(draft);
            return true;
        });
    }

    @Override
    public BatchCounts addBatch(List<Report> batch, List<Event> events, Renewal renewal) {
        return writing(() -> {
            MemoryVersions.Draft draft = versions.draft();
            int added = 0;
            int renewed = 0;
            for (Event event : events) {
                Optional<Event> stored = draft.findLast(event.id());
                if (stored.isEmpty()) {
                    draft.add(event);
                    added++;
                    continue;
                }
                Optional<Event> next = renewal.next(stored.get(), event);
                next.ifPresent(draft::addNext);
                renewed += next.isPresent() ? 1 : 0;
            }
            List<Report> fresh = batch.stream()
                    .filter(report -> !reports.containsKey(report.id()))
                    .toList();
            fresh.forEach(report -> reports.putIfAbsent(report.id(), new StoredReport(report, List.of())));
            if (added + renewed > 0 || !fresh.isEmpty()) {
                keep(draft);
            }
            return new BatchCounts(added, renewed, events.size() - added - renewed);
        });
    }

    @Override
    public void addVersion(Event event) {
        writing(() -> {
            MemoryVersions.Draft draft = versions.draft();
            draft.addNext(event);
            keep(draft);
            return true;
        });
    }

    @Override
    public void addVersions(List<Event> next) {
        writing(() -> {
            MemoryVersions.Draft draft = versions.draft();
            for (Event event : next) {
                if (event.version() == 1 && draft.findLast(event.id()).isEmpty()) {
                    draft.add(event);
                } else {
                    draft.addNext(event);
                }
            }
            if (!next.isEmpty()) {
                keep(draft);
            }
            return true;
        });
    }

    @Override
    public Optional<Event> find(String id) {
        return reading(() -> versions.findLast(id));
    }

    @Override
    public Optional<Event> findVersion(String id, int version) {
        return reading(() -> versions.list(id).stream()
                .filter(event -> event.version() == version)
                .findFirst());
    }

    @Override
    public List<Event> listVersions(String id) {
        return reading(() -> versions.list(id));
    }

    @Override
    public List<Revision> listRevisions(String id) {
        return reading(() -> versions.listRevisions(id));
    }

    @Override
    public List<EventChange> listChanges(long after, int limit) {
        return reading(() -> versions.listChanges(after, limit));
    }

    @Override
    public long lastChange() {
        return reading(versions::lastChange);
    }

    @Override
    public List<Event> list(EventQuery query) {
        return reading(() -> slice(matches(versions.current(), query), query));
    }

    @Override
    public List<Event> listNear(@Nullable BoundingBox box, LocalDate from, LocalDate to, int limit) {
        return reading(() -> versions.current()
                .filter(event -> isDuring(event.when(), new EventQuery(null, from, to, Set.of(), 0, 0))
                        && hasDayNear(event.when().day(), from, to)
                        && (box == null || isNear(event, box)))
                .sorted(ORDER)
                .limit(limit)
                .toList());
    }

    private static boolean hasDayNear(@Nullable LocalDate day, LocalDate from, LocalDate to) {
        return day != null && !day.isBefore(from.minusDays(NEAR_DAYS)) && !day.isAfter(to.plusDays(NEAR_DAYS));
    }

    private static boolean isNear(Event event, BoundingBox box) {
        LonLat point = event.where().point();
        Geometry footprint = event.where().footprint();
        if (point != null || footprint == null) {
            return point != null && box.contains(point.lon(), point.lat());
        }
        return box.envelopes().stream().anyMatch(part -> part.intersects(footprint.getEnvelopeInternal()));
    }

    @Override
    public void forEach(EventQuery query, Consumer<Event> each) {
        list(query).forEach(each);
    }

    @Override
    public long count(EventQuery query) {
        return reading(() -> matches(versions.current(), query).count());
    }

    @Override
    public void forEachAsOf(long asked, EventQuery query, Consumer<Event> each) {
        reading(() -> {
                    Refusals.checkReached(asked, dataVersion);
                    return slice(matches(versions.asOf(asked), query), query);
                })
                .forEach(each);
    }

    @Override
    public long countAsOf(long asked, EventQuery query) {
        return reading(() -> {
            Refusals.checkReached(asked, dataVersion);
            return matches(versions.asOf(asked), query).count();
        });
    }

    @Override
    public List<String> search(String words, int limit) {
        List<String> asked = SearchText.words(words);
        return reading(() -> asked.isEmpty()
                ? List.of()
                : versions.current()
                        .filter(event -> SearchText.of(event).holds(asked))
                        .map(Event::id)
                        .limit(limit)
                        .toList());
    }

    private static List<Event> slice(Stream<Event> events, EventQuery query) {
        return events.sorted(ORDER).skip(query.offset()).limit(query.limit()).toList();
    }

    private static Stream<Event> matches(Stream<Event> events, EventQuery query) {
        return events.filter(event -> query.tiers().contains(event.what().tier())
                && isDuring(event.when(), query)
                && (query.box() == null || isIn(event, query.box())));
    }

    private static boolean isDuring(Event.When when, EventQuery query) {
        LocalDate start = when.start();
        LocalDate end = when.end();
        return (query.from() == null || end == null || !end.isBefore(query.from()))
                && (query.to() == null || start == null || !start.isAfter(query.to()));
    }

    private static boolean isIn(Event event, BoundingBox box) {
        LonLat point = event.where().point();
        if (point != null) {
            return box.contains(point.lon(), point.lat());
        }
        Geometry footprint = event.where().footprint();
        return footprint != null && box.intersects(footprint);
    }

    private Optional<StoredReport> findStored(String id) {
        return reading(() -> Optional.ofNullable(reports.get(id)));
    }

    @Override
    public Optional<Report> findReport(String id) {
        return findStored(id).map(StoredReport::report);
    }

    @Override
    public Optional<byte[]> findReceived(String reportId) {
        return reading(() -> Optional.ofNullable(bytes.get(reportId)).map(byte[]::clone));
    }

    @Override
    public List<Report> listReports(int limit) {
        return reading(() -> reports.values().stream()
                .map(StoredReport::report)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList());
    }

    @Override
    public List<Omission> listOmissions(String reportId) {
        return findStored(reportId).map(StoredReport::omissions).orElse(List.of());
    }

    @Override
    public long dataVersion() {
        return reading(() -> dataVersion);
    }

    @Override
    public Watch onChange(Runnable listener) {
        return watch.add(listener);
    }

    @Override
    public void close() {
        watch.close();
    }
}
