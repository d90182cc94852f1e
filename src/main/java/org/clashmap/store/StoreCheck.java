package org.clashmap.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.event.EventStoreException;
import org.sqlite.SQLiteConfig;

/**
 * Looks whether a store is what it should be: the file sound, the bytes of reports those whose hash was taken, the history
 * of every event without a gap, and everything that follows from it (layers, R-trees, words, past) equal to what it
 * follows from. Reads one state of the file, also while others write, and changes nothing. Time: that of reading every
 * version once, about 100 s for a million.
 */
public final class StoreCheck {
    private static final int TOLD = 50;

    private final Connection connection;
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long problemCount;

    private StoreCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * What was found.
     *
     * @param counts what was looked at, by name
     * @param problems the first of them, in words
     * @param problemCount how many there are
     */
    public record Findings(Map<String, Long> counts, List<String> problems, long problemCount) {
        public Findings {
            counts = Map.copyOf(counts);
            problems = List.copyOf(problems);
        }

        public boolean isSound() {
            return problemCount == 0;
        }
    }

    /**
     * Checks the store in a data folder.
     *
     * @throws EventStoreException when there is none, or it cannot be read at all
     */
    public static Findings of(Path folder) {
        Path file = folder.resolve(GeoPackageStore.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new EventStoreException("there is no store in " + folder + " (no " + GeoPackageStore.FILE_NAME + ")");
        }
        return ofFile(file);
    }

    static Findings ofFile(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
            SpatialFunctions.register(connection);
            int version = GeoPackageSchema.version(connection, file.toString());
            if (version != GeoPackageSchema.VERSION) {
                throw new EventStoreException(file + " has store version " + version
                        + "; open it once with this program (\"clashmap serve\") to bring it up to "
                        + GeoPackageSchema.VERSION);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN");
                try {
                    StoreCheck check = new StoreCheck(connection);
                    check.run();
                    return new Findings(check.counts, check.problems, check.problemCount);
                } finally {
                    // The index of words is checked by way of an INSERT that inserts nothing.
                    statement.execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException(
                    "the store " + file + " cannot be checked: " + e.getMessage()
                            + ". Restore a backup; what can be saved, \"sqlite3 " + file + " .recover\" prints.",
                    e);
        }
    }

    private void run() throws SQLException {
        checkFile();
        checkReceived();
        checkVersionTable();
        new HistoryCheck(this).run();
        checkIndexes();
        count("events", "SELECT count(*) FROM event");
        count("versions", "SELECT count(*) FROM event_version");
        count("reports", "SELECT count(*) FROM report");
    }

    Connection connection() {
        return connection;
    }

    void problem(String words) {
        problemCount++;
        if (problems.size() < TOLD) {
            problems.add(words);
        }
    }

    private void count(String name, String sql) throws SQLException {
        counts.put(name, number(sql));
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Every row of the query is a problem. */
    private void none(String words, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                problem(words.formatted(row.getString(1)));
            }
        }
    }

    private void checkFile() throws SQLException {
        none("the file is damaged: %s", "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
        none("a row of %s names one that is not there", "SELECT \"table\" FROM pragma_foreign_key_check");
    }

    private void checkReceived() throws SQLException {
        long checked = 0;
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT b.report_id, b.received, r.sha256, r.size_bytes FROM report_bytes b"
                                + " LEFT JOIN report r ON r.report_id = b.report_id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                byte[] received = row.getBytes(2);
                String expected = row.getString(3);
                checked++;
                if (expected == null) {
                    problem("bytes are kept of report " + row.getString(1) + ", which is not");
                } else if (!expected.equals(Hashes.sha256(received)) || received.length != row.getLong(4)) {
                    problem("the bytes of report " + row.getString(1) + " are not those that came: their SHA-256 is "
                            + Hashes.sha256(received) + ", not " + expected);
                }
            }
        }
        counts.put("received", checked);
    }

    private void checkVersionTable() throws SQLException {
        none(
                "event %s lacks a version",
                "SELECT event_id FROM event_version GROUP BY event_id HAVING min(version) <> 1"
                        + " OR max(version) <> count(*)");
        none(
                "version row %s has a data version above that of the store",
                "SELECT id FROM event_version WHERE data_version > (SELECT value FROM meta WHERE name = 'data_version')");
        none(
                "version row %s has a lower data version than the row before",
                "SELECT id FROM (SELECT id, data_version, lag(data_version, 1, 0) OVER (ORDER BY id) AS before"
                        + " FROM event_version) WHERE data_version < before");
        none("what the map showed of version row %s is not kept as it was, or should not be", """
                WITH past AS (
                  SELECT * FROM (SELECT id, event_id, data_version, kind,
                      lead(data_version) OVER (PARTITION BY event_id ORDER BY version) AS until FROM event_version)
                  WHERE until IS NOT NULL AND until <> data_version AND kind NOT IN ('withdrawn', 'merged', 'split'))
                SELECT id FROM (SELECT id, event_id, data_version, until FROM past
                  EXCEPT SELECT id, event_id, data_version, until_version FROM event_past)
                UNION
                SELECT id FROM (SELECT id, event_id, data_version, until_version FROM event_past
                  EXCEPT SELECT id, event_id, data_version, until FROM past)""");
    }

    private void checkIndexes() throws SQLException {
        for (String layer : List.of("event", "event_area")) {
            String tree = "rtree_" + layer + "_geom";
            // The bounds in the tree are 32-bit numbers rounded outwards.
            none(
                    "the R-tree of " + layer + " does not hold row %s where it is",
                    "SELECT l.fid FROM " + layer + " l LEFT JOIN " + tree
                            + " r ON r.id = l.fid WHERE l.geom IS NOT NULL"
                            + " AND (r.id IS NULL OR r.minx > ST_MinX(l.geom) OR r.maxx < ST_MaxX(l.geom)"
                            + " OR r.miny > ST_MinY(l.geom) OR r.maxy < ST_MaxY(l.geom))");
            none(
                    "the R-tree of " + layer + " holds row %s, which is not there",
                    "SELECT id FROM " + tree + " WHERE id NOT IN (SELECT fid FROM " + layer
                            + " WHERE geom IS NOT NULL)");
        }
        none(
                "words are kept of row %s, which is not there",
                "SELECT fid FROM event_text WHERE fid NOT IN (SELECT fid FROM event)");
        none(
                "an area is kept of row %s, which is not there",
                "SELECT fid FROM event_area WHERE fid NOT IN (SELECT fid FROM event)");
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO event_search (event_search, rank) VALUES ('integrity-check', 1)");
        } catch (SQLException different) {
            problem("the index of words is not that of the words: " + different.getMessage());
        }
    }
}
