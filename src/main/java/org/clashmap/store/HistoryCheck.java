package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventJson;
import org.clashmap.event.JsonPatch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of {@link StoreCheck} that reads documents: each history by its patches, and its last version on the map. */
final class HistoryCheck {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String VERSIONS =
            "SELECT id, event_id, version, kind, patch, document FROM event_version ORDER BY event_id, version";

    private static final String ON_THE_MAP = "SELECT e.version_id, e.data_version, v.data_version, t.title, t.places,"
            + " t.actors, t.quotes, a.geom, "
            + EventLayer.COLUMNS.stream().map(column -> "e." + column).collect(Collectors.joining(", "))
            + " FROM event e LEFT JOIN event_version v ON v.id = e.version_id LEFT JOIN event_text t ON t.fid = e.fid"
            + " LEFT JOIN event_area a ON a.fid = e.fid AND a.event_id = e.event_id WHERE e.event_id = ?";

    private static final int BEFORE_COLUMNS = 8;

    private final StoreCheck check;
    private final Connection connection;

    /** A version that was read. */
    private record Read(long id, Event event, String document) {}

    HistoryCheck(StoreCheck check) {
        this.check = check;
        connection = check.connection();
    }

    void run() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VERSIONS);
                PreparedStatement current = connection.prepareStatement(ON_THE_MAP);
                ResultSet row = query.executeQuery()) {
            Read last = null;
            while (row.next()) {
                String id = row.getString(2);
                if (last != null && !last.event().id().equals(id)) {
                    checkCurrent(current, last);
                    last = null;
                }
                last = next(row, last);
            }
            if (last != null) {
                checkCurrent(current, last);
            }
        }
    }

    private @Nullable Read next(ResultSet row, @Nullable Read before) throws SQLException {
        String name = "event " + row.getString(2) + ", version " + row.getInt(3);
        String document = row.getString(6);
        try {
            JsonNode json = MAPPER.readTree(document);
            Event event = EventJson.read(json);
            if (!event.id().equals(row.getString(2)) || event.version() != row.getInt(3)) {
                check.problem(name + ": its document is that of " + event.id() + ", version " + event.version());
            }
            Event earlier = before == null ? null : before.event();
            if (!EventChange.Kind.of(earlier, event).wire().equals(row.getString(4))) {
                check.problem(name + ": its kind is not " + row.getString(4));
            }
            if (before != null
                    && !JsonPatch.apply(MAPPER.readTree(before.document()), row.getString(5))
                            .equals(json)) {
                check.problem(name + ": its patch does not make it of the version before");
            }
            return new Read(row.getLong(1), event, document);
        } catch (RuntimeException unreadable) {
            check.problem(name + ": its document or patch cannot be read: " + unreadable.getMessage());
            return null;
        }
    }

    private void checkCurrent(PreparedStatement query, Read last) throws SQLException {
        Event event = last.event();
        query.setString(1, event.id());
        try (ResultSet row = query.executeQuery()) {
            boolean shown = row.next();
            if (shown == event.isWithdrawn()) {
                check.problem("event " + event.id() + " is " + (shown ? "" : "not ") + "on the map and should "
                        + (shown ? "not " : "") + "be");
            } else if (shown) {
                checkRow(row, last);
            }
        }
    }

    private void checkRow(ResultSet row, Read last) throws SQLException {
        Event event = last.event();
        if (row.getLong(1) != last.id() || row.getLong(2) != row.getLong(3)) {
            check.problem("event " + event.id() + " is on the map in another version than its last");
        }
        SearchText words = SearchText.of(event);
        if (!Arrays.asList(words.title(), words.places(), words.actors(), words.quotes())
                .equals(Arrays.asList(row.getString(4), row.getString(5), row.getString(6), row.getString(7)))) {
            check.problem("event " + event.id() + " is found by other words than its own");
        }
        if (!isSameArea(event.where().footprint(), row.getBytes(BEFORE_COLUMNS))) {
            check.problem("event " + event.id() + " has another area on the map than in its document");
        }
        List<@Nullable Object> expected = new ArrayList<>();
        EventLayer.fill(Rows.into(expected), event);
        for (int i = 0; i < expected.size(); i++) {
            if (!isSame(expected.get(i), row.getObject(BEFORE_COLUMNS + 1 + i))) {
                check.problem("event " + event.id() + " has another " + EventLayer.COLUMNS.get(i)
                        + " on the map than in its document");
            }
        }
    }

    /** Rings may turn and begin otherwise. */
    private static boolean isSameArea(@Nullable Geometry expected, byte @Nullable [] found) {
        if (expected == null || expected.isEmpty() || found == null) {
            return (expected == null || expected.isEmpty()) && found == null;
        }
        return GeoPackageGeometry.decode(found).norm().equalsExact(expected.norm());
    }

    private static boolean isSame(@Nullable Object expected, @Nullable Object found) {
        if (expected == null || found == null) {
            return expected == null && found == null;
        }
        if (expected instanceof byte[] bytes) {
            return found instanceof byte[] others && Arrays.equals(bytes, others);
        }
        if (expected instanceof Number number) {
            return found instanceof Number other && number.doubleValue() == other.doubleValue();
        }
        return expected.equals(found);
    }
}
