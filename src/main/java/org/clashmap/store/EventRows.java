package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventStore;
import org.clashmap.event.JsonPatch;
import org.clashmap.event.Revision;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes events within one transaction: their versions, their current state, and what was current before. The statements
 * are prepared once for all events. Used by one thread.
 */
final class EventRows implements AutoCloseable {
    private static final String LAST_VERSION = "SELECT id, version, data_version, document FROM event_version"
            + " WHERE event_id = ? ORDER BY version DESC LIMIT 1";

    private static final String LAST_ID = "SELECT coalesce(max(id), 0) FROM event_version";

    private static final String INSERT_VERSION =
            "INSERT INTO event_version (id, event_id, version, data_version, kind, stored_at,"
                    + " stored_by, action, reason, patch, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_PAST =
            "INSERT INTO event_past (id, event_id, data_version, until_version, map_tier,"
                    + " event_date, date_start, date_end, longitude, latitude, area) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final boolean many;
    private final String now;
    private final long dataVersion;
    private final Statements statements;
    private final EventLayer layer;
    private long lastId;

    /**
     * A version as it is stored.
     *
     * @param id of its row
     */
    record Stored(long id, int version, long dataVersion, String document) {}

    /** What is kept beside a version's document. */
    record Note(EventChange.Kind kind, Event.Change change, String patch) {}

    /**
     * @param dataVersion that the store will have after this transaction
     * @param many whether so many events follow that it pays to put the triggers aside: within the transaction, so nobody
     *     else ever sees the file without them
     */
    EventRows(Connection connection, Instant now, long dataVersion, boolean many) throws SQLException {
        this.connection = connection;
        this.many = many;
        if (many) {
            GeoPackageTables.execute(connection, SpatialIndex.dropTriggers("event"));
            GeoPackageTables.execute(connection, SpatialIndex.dropTriggers("event_area"));
            GeoPackageTables.execute(connection, Guards.dropOnLayers());
        }
        this.now = GeoPackageTables.time(now);
        this.dataVersion = dataVersion;
        statements = new Statements(connection);
        layer = new EventLayer(statements, now, many, "version_id", "data_version");
        lastId = statements.number(LAST_ID);
    }

    /** The last version of an event. */
    Optional<Stored> findLast(String id) throws SQLException {
        return findLast(statements, id);
    }

    static Optional<Stored> findLast(Statements statements, String id) throws SQLException {
        PreparedStatement query = statements.get(LAST_VERSION);
        query.setString(1, id);
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Stored(row.getLong(1), row.getInt(2), row.getLong(3), row.getString(4)))
                    : Optional.empty();
        }
    }

    /** Adds an event whose id is new. */
    void insert(Event event) throws SQLException {
        long id = addVersion(event, null, EventJson.toJson(event), "[]");
        if (!event.isWithdrawn()) {
            long fid = layer.insert(event, row -> row.whole(id).whole(dataVersion));
            SearchTables.insert(statements, fid, event);
        }
    }

    /**
     * Adds the next version of a stored event and brings the current state in step with it.
     *
     * @throws IllegalStateException when it does not follow the stored one
     * @throws IllegalArgumentException when there is none
     */
    void update(Event event) throws SQLException {
        Optional<Stored> last = findLast(event.id());
        Refusals.checkNext(
                event,
                last.isEmpty() ? OptionalInt.empty() : OptionalInt.of(last.get().version()));
        update(last.get(), event);
    }

    /** Adds a first version of a new event or the next one of a stored one. */
    void put(Event event) throws SQLException {
        Optional<Stored> last = findLast(event.id());
        if (last.isEmpty() && event.version() == 1) {
            insert(event);
            return;
        }
        Refusals.checkNext(
                event,
                last.isEmpty() ? OptionalInt.empty() : OptionalInt.of(last.get().version()));
        update(last.get(), event);
    }

    /** Adds an imported event, or what {@code renewal} makes of a stored one. */
    EventStore.BatchCounts add(Event event, EventStore.Renewal renewal) throws SQLException {
        Optional<Stored> last = findLast(event.id());
        if (last.isEmpty()) {
            insert(event);
            return new EventStore.BatchCounts(1, 0, 0);
        }
        Optional<Event> next = renewal.next(EventJson.parse(last.get().document()), event);
        if (next.isEmpty()) {
            return new EventStore.BatchCounts(0, 0, 1);
        }
        Refusals.checkNext(next.get(), OptionalInt.of(last.get().version()));
        update(last.get(), next.get());
        return new EventStore.BatchCounts(0, 1, 0);
    }

    private void update(Stored last, Event event) throws SQLException {
        Event before = EventJson.parse(last.document());
        String document = EventJson.toJson(event);
        long id = addVersion(event, before, document, JsonPatch.between(last.document(), document));
        boolean wasShown = !before.isWithdrawn();
        if (wasShown) {
            addPast(statements, before, last, dataVersion);
        }
        boolean sameWords =
                wasShown && !event.isWithdrawn() && SearchText.of(before).equals(SearchText.of(event));
        if (wasShown && !sameWords) {
            SearchTables.delete(statements, layer.find(event.id()));
        }
        if (event.isWithdrawn()) {
            layer.delete(event.id());
            return;
        }
        long fid = layer.put(event, row -> row.whole(id).whole(dataVersion));
        if (!sameWords) {
            SearchTables.insert(statements, fid, event);
        }
    }

    private long addVersion(Event event, @Nullable Event before, String document, String patch) throws SQLException {
        Stored version = new Stored(++lastId, event.version(), dataVersion, document);
        Note note = new Note(EventChange.Kind.of(before, event), Revision.changeOf(event, now), patch);
        addVersion(statements, version, event.id(), note);
        return lastId;
    }

    static void addVersion(Statements statements, Stored version, String eventId, Note note) throws SQLException {
        PreparedStatement insert = statements.get(INSERT_VERSION);
        Rows.into(insert)
                .whole(version.id())
                .text(eventId)
                .whole(version.version())
                .whole(version.dataVersion())
                .text(note.kind().wire())
                .text(note.change().at())
                .text(note.change().by())
                .text(note.change().action())
                .text(note.change().reason())
                .text(note.patch())
                .text(version.document());
        insert.executeUpdate();
    }

    /** Keeps what a query looks at of a version that another takes the place of; unless it was never to be seen. */
    static void addPast(Statements statements, Event event, Stored version, long untilVersion) throws SQLException {
        if (version.dataVersion() == untilVersion) {
            return;
        }
        LonLat point = event.where().point();
        Geometry footprint = event.where().footprint();
        byte[] area = point != null || footprint == null || footprint.isEmpty()
                ? null
                : GeoPackageGeometry.encode(GeoPackageGeometry.rounded(footprint));
        PreparedStatement insert = statements.get(INSERT_PAST);
        Rows.into(insert)
                .whole(version.id())
                .text(event.id())
                .whole(version.dataVersion())
                .whole(untilVersion)
                .whole(event.what().tier().number())
                .date(event.when().day())
                .date(event.when().start())
                .date(event.when().end())
                .decimal(point == null ? null : GeoJson.round(point.lon()))
                .decimal(point == null ? null : GeoJson.round(point.lat()))
                .bytes(area);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        try (statements) {
            layer.extend();
        }
        if (many) {
            GeoPackageTables.execute(connection, SpatialIndex.triggers("event"));
            GeoPackageTables.execute(connection, SpatialIndex.triggers("event_area"));
            GeoPackageTables.execute(connection, Guards.onLayers());
        }
    }
}
