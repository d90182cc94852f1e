package org.clashmap.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.Omission;
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

    private final Map<String, List<Event>> versions = new TreeMap<>();
    private final Map<String, StoredReport> reports = new TreeMap<>();
    private final Map<String, byte[]> bytes = new TreeMap<>();
    private long dataVersion = 1;

    private record StoredReport(Report report, List<Omission> omissions) {}

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
        }
    }

    /** As it would come back from a file: with the figures that the wire format keeps. */
    private static Event stored(Event event) {
        return EventJson.parse(EventJson.toJson(event));
    }

    @Override
    public boolean addReport(Report report, CodedReport coded, byte @Nullable [] received, List<Event> following) {
        return writing(() -> {
            if (reports.containsKey(report.id())) {
                return false;
            }
            Map<String, List<Event>> added = new TreeMap<>();
            for (Event event : coded.events()) {
                if (versions.containsKey(event.id()) || added.containsKey(event.id())) {
                    throw Refusals.eventExists(report, event);
                }
                added.put(event.id(), List.of(stored(event)));
            }
            for (Event event : following) {
                List<Event> before = added.getOrDefault(event.id(), versions.getOrDefault(event.id(), List.of()));
                added.put(event.id(), after(before, event));
            }
            List<Omission> omissions = coded.omissions().stream()
                    .sorted(Comparator.comparingInt(omission -> omission.quote().start()))
                    .toList();
            reports.put(report.id(), new StoredReport(report, omissions));
            if (received != null) {
                bytes.put(report.id(), received.clone());
            }
            versions.putAll(added);
            dataVersion++;
            return true;
        });
    }

    @Override
    public BatchCounts addBatch(List<Report> batch, List<Event> events, Renewal renewal) {
        return writing(() -> {
            Map<String, List<Event>> changed = new TreeMap<>();
            int added = 0;
            int renewed = 0;
            for (Event event : events) {
                List<Event> before = changed.getOrDefault(event.id(), versions.getOrDefault(event.id(), List.of()));
                Optional<Event> next = before.isEmpty() ? Optional.of(event) : renewal.next(before.getLast(), event);
                if (next.isPresent()) {
                    added += before.isEmpty() ? 1 : 0;
                    renewed += before.isEmpty() ? 0 : 1;
                    changed.put(event.id(), before.isEmpty() ? List.of(stored(event)) : after(before, next.get()));
                }
            }
            List<Report> fresh = batch.stream()
                    .filter(report -> !reports.containsKey(report.id()))
                    .toList();
            fresh.forEach(report -> reports.putIfAbsent(report.id(), new StoredReport(report, List.of())));
            versions.putAll(changed);
            dataVersion += changed.isEmpty() && fresh.isEmpty() ? 0 : 1;
            return new BatchCounts(added, renewed, events.size() - added - renewed);
        });
    }

    private static List<Event> after(List<Event> before, Event next) {
        Refusals.checkNext(
                next,
                before.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(before.getLast().version()));
        List<Event> after = new ArrayList<>(before);
        after.add(stored(next));
        return List.copyOf(after);
    }

    @Override
    public void addVersion(Event event) {
        writing(() -> {
            List<Event> before = versions.getOrDefault(event.id(), List.of());
            versions.put(event.id(), after(before, event));
            return ++dataVersion;
        });
    }

    @Override
    public Optional<Event> find(String id) {
        List<Event> all = listVersions(id);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    @Override
    public List<Event> listVersions(String id) {
        return reading(() -> versions.getOrDefault(id, List.of()));
    }

    @Override
    public List<Event> list(EventQuery query) {
        return reading(() -> matches(query)
                .sorted(ORDER)
                .skip(query.offset())
                .limit(query.limit())
                .toList());
    }

    @Override
    public List<Event> listNear(@Nullable BoundingBox box, LocalDate from, LocalDate to, int limit) {
        return reading(() -> versions.values().stream()
                .map(List::getLast)
                .filter(event -> !event.isWithdrawn()
                        && isDuring(event.when(), new EventQuery(null, from, to, Set.of(), 0, 0))
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
        return reading(() -> matches(query).count());
    }

    private Stream<Event> matches(EventQuery query) {
        return versions.values().stream()
                .map(List::getLast)
                .filter(event -> !event.isWithdrawn()
                        && query.tiers().contains(event.what().tier())
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
    public void close() {}
}
