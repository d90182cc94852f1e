package org.clashmap.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.clashmap.event.EventStoreException;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/**
 * A copy of a store's file as it is at one moment, made with SQLite's own backup while others read and write it. The copy
 * appears under its name only when it is whole and on the disk.
 */
final class Snapshot {
    /** In one step, which is one read transaction: nothing that is written meanwhile starts the copy anew. */
    private static final int ALL_PAGES = -1;

    private static final int WAIT_MILLIS = 100;
    private static final int WAITS = 300;

    private Snapshot() {}

    /**
     * @param target is replaced if it is there
     * @throws EventStoreException when the copy cannot be made; then there is none
     */
    static void copy(Path file, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            try (Connection source = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                DB database = source.unwrap(SQLiteConnection.class).getDatabase();
                int code = database.backup("main", part.toString(), null, WAIT_MILLIS, WAITS, ALL_PAGES);
                if (code != 0) {
                    throw new EventStoreException(failed(file, target) + "SQLite says " + code
                            + ". Is the disk full, or the folder not writable?");
                }
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException | IOException e) {
            throw new EventStoreException(failed(file, target) + e.getMessage(), e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static String failed(Path file, Path target) {
        return "the store " + file + " cannot be copied to " + target + ": ";
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            // The failure that left it there is the one to tell.
            return;
        }
    }
}
