package org.clashmap.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.clashmap.event.EventStoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/**
 * The connections to one SQLite file in WAL mode: one that writes, under a lock, and up to eight that read, opened as
 * they are needed. Readers see the last committed state and never wait for the writer. A commit is on the disk when it
 * returns (synchronous = FULL).
 *
 * <p>Other processes may write the same file; a write waits for them as long as {@code lockWait}.
 */
final class SqliteConnections implements AutoCloseable {
    private static final int READERS = 8;

    /** Negative, as SQLite takes kibibytes. A batch whose pages do not fit is written to the log more than once. */
    private static final int WRITER_CACHE_KIB = -96 * 1024;

    private final Path file;
    private final Duration lockWait;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final Semaphore readers = new Semaphore(READERS);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    SqliteConnections(Path file, Duration lockWait) {
        this.file = file;
        this.lockWait = lockWait;
        try {
            SQLiteConfig config = config();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setCacheSize(WRITER_CACHE_KIB);
            writer = config.createConnection("jdbc:sqlite:" + file);
            SpatialFunctions.register(writer);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Something that is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) lockWait.toMillis());
        config.enforceForeignKeys(true);
        return config;
    }

    /** Does the work on one state of the file, however many statements it takes. */
    <T> T read(Work<T> work) {
        readers.acquireUninterruptibly();
        try {
            Connection connection = takeReader();
            try {
                return inSnapshot(connection, work);
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            readers.release();
        }
    }

    private static <T> T inSnapshot(Connection connection, Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try {
                return work.on(connection);
            } finally {
                statement.execute("COMMIT");
            }
        }
    }

    /** Does the work in one transaction: all of it is kept, or, when anything is thrown, nothing. */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            checkOpen();
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.on(writer);
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    /** Folds the write-ahead log into the file, so that programs that read the file's head directly see it as it is. */
    void checkpoint() {
        writing.lock();
        try {
            checkOpen();
            execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    // Transactions are opened and closed in SQL: the driver's own switch stays off after a BEGIN that found the file
    // locked, and would let the next change run without a transaction.
    private void execute(String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // On a full disk or a failing one SQLite has rolled back by itself, and the first error is the one to tell.
            return;
        }
    }

    private Connection takeReader() throws SQLException {
        synchronized (idle) {
            checkOpen();
            Connection connection = idle.poll();
            if (connection != null) {
                return connection;
            }
        }
        Connection connection = config().createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        SpatialFunctions.register(connection);
        return connection;
    }

    private void giveBack(Connection connection) throws SQLException {
        synchronized (idle) {
            if (!closed) {
                idle.push(connection);
                return;
            }
        }
        connection.close();
    }

    private void checkOpen() {
        synchronized (idle) {
            if (closed) {
                throw new EventStoreException("the store " + file + " is closed");
            }
        }
    }

    /** Waits for a write that is under way; then folds the write-ahead log back into the file. */
    @Override
    public void close() {
        writing.lock();
        try {
            synchronized (idle) {
                if (closed) {
                    return;
                }
                closed = true;
                for (Connection connection : idle) {
                    connection.close();
                }
                idle.clear();
            }
            writer.close();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    /** What an SQLite error means to the person at the keyboard. */
    private EventStoreException failure(SQLException e) {
        String reason = String.valueOf(e.getMessage());
        if (e instanceof SQLiteException sqlite) {
            // The low byte is the primary result code; the rest only refines it.
            reason = switch (sqlite.getResultCode().code & 0xff) {
                case 5, 6 ->
                    "is locked: another process has been writing to it for more than " + lockWait.toSeconds()
                            + " s. Wait until it is done, or stop it, and try again.";
                case 8, 14 ->
                    "cannot be written. Check the permissions of the file and its folder, or choose another"
                            + " data folder.";
                case 11 -> "is damaged. Restore a copy; what can be saved, \"sqlite3 " + file + " .recover\" prints.";
                case 13 -> "cannot grow: the disk is full. Free some space and try again; nothing stored is lost.";
                case 26 -> "is not a GeoPackage. Move it away or choose another data folder.";
                default -> "failed: " + reason;
            };
        }
        return new EventStoreException("the store " + file + " " + reason, e);
    }
}
