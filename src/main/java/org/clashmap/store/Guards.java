package org.clashmap.store;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Triggers that refuse what would lose history, whatever program writes the file: a GIS that moves a point in the layer
 * {@code event} is told to do it in Clashmap, where the change gets a version, a name and a reason. The store's own writes
 * pass, since they add the version first. Nothing else in the file is guarded: styles and further tables of a GIS are its
 * own.
 */
final class Guards {
    private static final String CHANGE_HERE =
            "this layer has a history: change events in Clashmap, or export, edit and import them again";

    private static final String NEVER = "rows of this table are never changed or deleted: they are the record";

    /** Tables whose rows stay as they are. */
    private static final List<String> RECORDS = List.of("event_version", "report", "report_bytes", "omission");

    private Guards() {}

    /** All of them. */
    static List<String> create() {
        return Stream.concat(onLayers().stream(), onRecords()).toList();
    }

    static List<String> dropOnLayers() {
        return Stream.of("event", "event_area")
                .flatMap(table -> Stream.of("insert", "update", "delete")
                        .map(event -> "DROP TRIGGER guard_" + table + "_" + event))
                .toList();
    }

    static List<String> onLayers() {
        String isLast = "(SELECT e.version_id FROM event e WHERE e.event_id = OLD.event_id)"
                + " = (SELECT max(v.id) FROM event_version v WHERE v.event_id = OLD.event_id)";
        return List.of(
                guard(
                        "event",
                        "INSERT",
                        "NOT EXISTS (SELECT 1 FROM event_version v WHERE v.id = NEW.version_id"
                                + " AND v.event_id = NEW.event_id)",
                        CHANGE_HERE),
                guard("event", "UPDATE", "NEW.version_id = OLD.version_id", CHANGE_HERE),
                guard("event", "DELETE", isLast, CHANGE_HERE),
                guard(
                        "event_area",
                        "INSERT",
                        "NOT EXISTS (SELECT 1 FROM event e WHERE e.fid = NEW.fid AND e.event_id = NEW.event_id)",
                        CHANGE_HERE),
                guard("event_area", "UPDATE", "1", CHANGE_HERE),
                guard("event_area", "DELETE", isLast, CHANGE_HERE));
    }

    private static Stream<String> onRecords() {
        return RECORDS.stream()
                .flatMap(table -> Stream.of(guard(table, "UPDATE", "1", NEVER), guard(table, "DELETE", "1", NEVER)));
    }

    private static String guard(String table, String event, String when, String message) {
        return "CREATE TRIGGER guard_" + table + "_" + event.toLowerCase(Locale.ROOT) + " BEFORE " + event + " ON "
                + table + " WHEN " + when + " BEGIN SELECT RAISE(ABORT, '" + message + "'); END";
    }
}
