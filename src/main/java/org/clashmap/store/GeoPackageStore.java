package org.clashmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.event.Omission;
import org.clashmap.event.Revision;
import org.clashmap.geo.BoundingBox;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * The store as one GeoPackage, {@code events.gpkg}, which QGIS and ogrinfo open as it is, also while it is in use. Safe
 * for many threads: writes queue, reads run side by side. A box of a million events takes milliseconds, since box, dates
 * and slice are the database's work; an event costs one JSON document to read.
 */
public final class GeoPackageStore implements EventStore {
    /** The file in the data folder. */
    public static final String FILE_NAME = "events.gpkg";

    /** From this many events in a batch on it pays to put triggers aside for it. */
    private static final int MANY = 200;

    private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

    private final SqliteConnections connections;
    private final InstantSource clock;
    private final ChangeWatch watch = new ChangeWatch(this::dataVersion);

    private GeoPackageStore(SqliteConnections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Opens the store in a data folder; makes both when they are missing.
     *
     * @throws EventStoreException when that is not possible, with the reason and the way out
     */
    public static EventStore open(Path folder, InstantSource clock) {
        return open(folder, clock, LOCK_WAIT);
    }

    static EventStore open(Path folder, InstantSource clock, Duration lockWait) {
        makeFolder(folder);
        Path file = folder.resolve(FILE_NAME);
        SqliteConnections connections = new SqliteConnections(file, lockWait);
        boolean opened = false;
        try {
            // A copy that is made of the file before a migration must hold what is in the log.
            connections.checkpoint();
            connections.write(connection -> {
                Migration.bringUp(connection, file, clock.instant());
                return true;
            });
            connections.checkpoint();
            opened = true;
            return new GeoPackageStore(connections, clock);
        } finally {
            if (!opened) {
                connections.close();
            }
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EventStoreException(
                    "the data folder " + folder + " cannot be made ("
                            + e.getClass().getSimpleName() + "). Choose another folder or make it yourself.",
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new EventStoreException(
                    "the data folder " + folder + " is not writable. Change its permissions or choose another folder.");
        }
    }

    /** What is written within one transaction. */
    private static final class Writing {
        private final Connection connection;
        private final EventRows rows;

        /** Whether the data version goes up. */
        private boolean changed = true;

        private Writing(Connection connection, EventRows rows) {
            this.connection = connection;
            this.rows = rows;
        }
    }

    @FunctionalInterface
    private interface Change<T> {
        T in(Writing writing) throws SQLException;
    }

    /** Makes a change in one transaction, numbers it, and tells those who watch. */
    private <T> T write(Change<T> change) {
        return write(false, change);
    }

    private <T> T write(boolean many, Change<T> change) {
        T result = connections.write(connection -> {
            long next = GeoPackageSchema.metaValue(connection, "data_version") + 1;
            try (EventRows rows = new EventRows(connection, clock.instant(), next, many)) {
                Writing writing = new Writing(connection, rows);
                T made = change.in(writing);
                if (writing.changed) {
                    GeoPackageSchema.setMetaValue(connection, "data_version", next);
                }
                return made;
            }
        });
        watch.wake();
        return result;
    }

    @Override
    public boolean addReport(Report report, CodedReport coded, byte @Nullable [] received, List<Event> following) {
        return write(writing -> {
            if (ReportTables.exists(writing.connection, report.id())) {
                writing.changed = false;
                return false;
            }
            ReportTables.insert(writing.connection, report, received);
            ReportTables.insertOmissions(writing.connection, report.id(), coded.omissions());
            for (Event event : coded.events()) {
                if (writing.rows.findLast(event.id()).isPresent()) {
                    throw Refusals.eventExists(report, event);
                }
                writing.rows.insert(event);
            }
            for (Event event : following) {
                writing.rows.update(event);
            }
            return true;
        });
    }

    @Override
    public BatchCounts addBatch(List<Report> reports, List<Event> events, Renewal renewal) {
        return write(events.size() >= MANY, writing -> {
            writing.changed = false;
            for (Report report : reports) {
                if (!ReportTables.exists(writing.connection, report.id())) {
                    ReportTables.insert(writing.connection, report, null);
                    writing.changed = true;
                }
            }
            BatchCounts counts = BatchCounts.NONE;
            for (Event event : events) {
                counts = counts.plus(writing.rows.add(event, renewal));
            }
            writing.changed |= counts.added() + counts.renewed() > 0;
            return counts;
        });
    }

    @Override
    public void addVersion(Event event) {
        write(writing -> {
            writing.rows.update(event);
            return true;
        });
    }

    @Override
    public void addVersions(List<Event> next) {
        write(writing -> {
            for (Event event : next) {
                writing.rows.put(event);
            }
            writing.changed = !next.isEmpty();
            return true;
        });
    }

    @Override
    public Optional<Event> find(String id) {
        return connections.read(connection -> EventTables.findCurrent(connection, id));
    }

    @Override
    public List<Event> listVersions(String id) {
        return connections.read(connection -> EventTables.listVersions(connection, id));
    }

    @Override
    public Optional<Event> findVersion(String id, int version) {
        return connections.read(connection -> EventTables.findVersion(connection, id, version));
    }

    @Override
    public List<Revision> listRevisions(String id) {
        return connections.read(connection -> EventTables.listRevisions(connection, id));
    }

    @Override
    public List<EventChange> listChanges(long after, int limit) {
        return connections.read(connection -> EventTables.listChanges(connection, after, limit));
    }

    @Override
    public long lastChange() {
        return connections.read(EventTables::lastChange);
    }

    @Override
    public List<Event> list(EventQuery query) {
        Selection selection = EventSelection.of(query);
        return events(
                connections.read(connection -> selection.listDocuments(connection, query.limit(), query.offset())));
    }

    /** Parsing is done after reading, so that it keeps no connection. */
    private static List<Event> events(List<String> documents) {
        return documents.stream().map(EventJson::parse).toList();
    }

    @Override
    public List<Event> listNear(@Nullable BoundingBox box, LocalDate from, LocalDate to, int limit) {
        return events(connections.read(connection -> NearSelection.listDocuments(connection, box, from, to, limit)));
    }

    @Override
    public void forEach(EventQuery query, Consumer<Event> each) {
        forEach(EventSelection.of(query), query, each);
    }

    private void forEach(Selection selection, EventQuery query, Consumer<Event> each) {
        connections.read(connection -> {
            selection.forEachDocument(
                    connection, query.limit(), query.offset(), document -> each.accept(EventJson.parse(document)));
            return true;
        });
    }

    @Override
    public long count(EventQuery query) {
        return connections.read(EventSelection.of(query)::count);
    }

    @Override
    public void forEachAsOf(long dataVersion, EventQuery query, Consumer<Event> each) {
        Refusals.checkReached(dataVersion, dataVersion());
        forEach(EventSelection.asOf(dataVersion, query), query, each);
    }

    @Override
    public long countAsOf(long dataVersion, EventQuery query) {
        Refusals.checkReached(dataVersion, dataVersion());
        return connections.read(EventSelection.asOf(dataVersion, query)::count);
    }

    @Override
    public List<String> search(String words, int limit) {
        return connections.read(connection -> SearchTables.search(connection, words, limit));
    }

    @Override
    public Optional<Report> findReport(String id) {
        return connections.read(connection -> ReportTables.find(connection, id));
    }

    @Override
    public Optional<byte[]> findReceived(String reportId) {
        return connections.read(connection -> ReportTables.findReceived(connection, reportId));
    }

    @Override
    public List<Report> listReports(int limit) {
        return connections.read(connection -> ReportTables.list(connection, limit));
    }

    @Override
    public List<Omission> listOmissions(String reportId) {
        return connections.read(connection -> ReportTables.listOmissions(connection, reportId));
    }

    @Override
    public long dataVersion() {
        return connections.read(connection -> GeoPackageSchema.metaValue(connection, "data_version"));
    }

    @Override
    public Watch onChange(Runnable listener) {
        return watch.add(listener);
    }

    @Override
    public void close() {
        watch.close();
        connections.close();
    }
}
