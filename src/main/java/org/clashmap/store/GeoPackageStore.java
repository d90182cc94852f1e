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
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.event.Omission;
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

    private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

    private final SqliteConnections connections;
    private final InstantSource clock;

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
            connections.write(connection -> {
                GeoPackageSchema.createOrCheck(connection, file.toString(), clock);
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

    @Override
    public boolean addReport(Report report, CodedReport coded, byte @Nullable [] received, List<Event> following) {
        return connections.write(connection -> {
            if (ReportTables.exists(connection, report.id())) {
                return false;
            }
            ReportTables.insert(connection, report, received);
            ReportTables.insertOmissions(connection, report.id(), coded.omissions());
            try (EventRows rows = new EventRows(connection, clock.instant())) {
                for (Event event : coded.events()) {
                    if (rows.findVersion(event.id()).isPresent()) {
                        throw Refusals.eventExists(report, event);
                    }
                    rows.insert(event);
                }
                for (Event event : following) {
                    Refusals.checkNext(event, rows.findVersion(event.id()));
                    rows.update(event);
                }
            }
            EventTables.countChange(connection);
            return true;
        });
    }

    @Override
    public BatchCounts addBatch(List<Report> reports, List<Event> events, Renewal renewal) {
        return connections.write(connection -> {
            boolean changed = false;
            for (Report report : reports) {
                if (!ReportTables.exists(connection, report.id())) {
                    ReportTables.insert(connection, report, null);
                    changed = true;
                }
            }
            BatchCounts counts = BatchCounts.NONE;
            try (EventRows rows = new EventRows(connection, clock.instant())) {
                for (Event event : events) {
                    counts = counts.plus(add(connection, rows, event, renewal));
                }
            }
            if (changed || counts.added() + counts.renewed() > 0) {
                EventTables.countChange(connection);
            }
            return counts;
        });
    }

    private static BatchCounts add(Connection connection, EventRows rows, Event event, Renewal renewal)
            throws SQLException {
        OptionalInt version = rows.findVersion(event.id());
        if (version.isEmpty()) {
            rows.insert(event);
            return new BatchCounts(1, 0, 0);
        }
        Event stored = EventTables.findCurrent(connection, event.id()).orElseThrow();
        Optional<Event> next = renewal.next(stored, event);
        if (next.isEmpty()) {
            return new BatchCounts(0, 0, 1);
        }
        Refusals.checkNext(next.get(), version);
        rows.update(next.get());
        return new BatchCounts(0, 1, 0);
    }

    @Override
    public void addVersion(Event event) {
        connections.write(connection -> {
            try (EventRows rows = new EventRows(connection, clock.instant())) {
                Refusals.checkNext(event, rows.findVersion(event.id()));
                rows.update(event);
            }
            EventTables.countChange(connection);
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
    public List<Event> list(EventQuery query) {
        EventSelection selection = new EventSelection(query);
        return connections.read(connection ->
                EventTables.listRows(connection, selection.listRows(connection, query.limit(), query.offset())));
    }

    @Override
    public List<Event> listNear(@Nullable BoundingBox box, LocalDate from, LocalDate to, int limit) {
        return connections.read(connection ->
                EventTables.listRows(connection, NearSelection.listRows(connection, box, from, to, limit)));
    }

    @Override
    public void forEach(EventQuery query, Consumer<Event> each) {
        EventSelection selection = new EventSelection(query);
        connections.read(connection -> {
            selection.forEachDocument(
                    connection, query.limit(), query.offset(), document -> each.accept(EventJson.parse(document)));
            return true;
        });
    }

    @Override
    public long count(EventQuery query) {
        return connections.read(new EventSelection(query)::count);
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
    public void close() {
        connections.close();
    }
}
