package org.clashmap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clashmap.event.EventStoreException;
import org.sqlite.SQLiteConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Backups of a data folder: a folder with the same files, the store's as it was at one moment, and a list of them with
 * their SHA-256. A backup is a data folder itself. It appears under its name only when it is whole; so does what is
 * restored. Backups are made while the store is read and written.
 */
public final class Backup {
    /** The list of the files. */
    public static final String LIST = "backup.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Backup() {}

    /** @param bytes of all files together */
    public record Facts(long dataVersion, long events, int files, long bytes) {}

    /** A moment as it stands in the names of backups. */
    public static String stamp(Instant moment) {
        return STAMP.format(moment);
    }

    /**
     * Makes a backup.
     *
     * @param target the folder to make, which must not be there
     * @throws EventStoreException when there is no store, or the backup cannot be made; then there is none
     */
    public static Facts make(Path data, Path target, Instant now) {
        Path file = data.resolve(GeoPackageStore.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new EventStoreException("there is no store in " + data + " to make a backup of");
        }
        if (Files.exists(target)) {
            throw new EventStoreException(target + " is there already; name a folder that is not");
        }
        Path part = target.toAbsolutePath().resolveSibling(target.getFileName() + ".part");
        try {
            deleteAll(part);
            Files.createDirectories(part);
            Snapshot.copy(file, part.resolve(GeoPackageStore.FILE_NAME));
            copyOthers(data, part);
            Facts facts = list(part, now);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return facts;
        } catch (IOException | UncheckedIOException e) {
            throw new EventStoreException("the backup " + target + " cannot be made: " + e.getMessage(), e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static void copyOthers(Path data, Path part) throws IOException {
        Path whole = data.toAbsolutePath();
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path path : (Iterable<Path>) files.sorted()::iterator) {
                Path relative = whole.relativize(path);
                boolean ofTheStore = relative.getNameCount() == 1
                        && relative.toString().startsWith(GeoPackageStore.FILE_NAME.replace(".gpkg", ""));
                if (Files.isRegularFile(path) && !ofTheStore && !isInBackup(whole, path) && !path.startsWith(part)) {
                    Path copy = part.resolve(relative.toString());
                    Files.createDirectories(copy.toAbsolutePath().getParent());
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Whether a file belongs to a backup that was made within the data folder; the folder itself may be one restored. */
    private static boolean isInBackup(Path data, Path file) {
        if (file.equals(data.resolve(LIST))) {
            return true;
        }
        for (Path folder = file.getParent(); folder != null && !folder.equals(data); folder = folder.getParent()) {
            if (Files.exists(folder.resolve(LIST))) {
                return true;
            }
        }
        return false;
    }

    /** Writes the list of what is in the folder. */
    private static Facts list(Path folder, Instant now) throws IOException {
        ObjectNode list = MAPPER.createObjectNode();
        list.put("made_at", now.toString());
        Path store = folder.resolve(GeoPackageStore.FILE_NAME);
        long dataVersion = number(store, "SELECT value FROM meta WHERE name = 'data_version'");
        long events = number(store, "SELECT count(*) FROM event");
        list.put("data_version", dataVersion);
        list.put("events", events);
        ArrayNode files = list.putArray("files");
        long bytes = 0;
        for (Path file : filesOf(folder)) {
            bytes += Files.size(file);
            files.addObject()
                    .put("path", folder.relativize(file).toString().replace('\\', '/'))
                    .put("bytes", Files.size(file))
                    .put("sha256", Hashes.sha256(file));
        }
        Files.writeString(folder.resolve(LIST), list.toPrettyString() + System.lineSeparator(), StandardCharsets.UTF_8);
        return new Facts(dataVersion, events, files.size(), bytes);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long number(Path store, String sql) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        // Nobody writes the copy, so it needs no files beside it to be read.
        try (Connection connection = config.createConnection(
                        "jdbc:sqlite:file:" + store.toUri().getRawPath() + "?immutable=1");
                Statements statements = new Statements(connection)) {
            return statements.number(sql);
        } catch (SQLException e) {
            throw new EventStoreException("the copy " + store + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Puts a backup in the place of a data folder, after looking at every file of it.
     *
     * @param replace whether a data folder that is there may be put aside
     * @return where that is now; {@code data} itself when there was none
     * @throws EventStoreException when the backup is not whole, or the data folder is there or in use; then nothing is
     *     changed
     */
    public static Path restore(Path backup, Path data, boolean replace, Instant now) {
        List<Path> files = whole(backup);
        Path folder = data.toAbsolutePath();
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Path aside = folder.resolveSibling(folder.getFileName() + "-before-" + stamp(now));
        try {
            boolean there = Files.exists(folder) && !isEmpty(folder);
            if (there) {
                if (!replace) {
                    throw new EventStoreException(
                            data + " is not empty. Restore into another folder, or put it aside with" + " --replace");
                }
                checkUnused(folder.resolve(GeoPackageStore.FILE_NAME));
            }
            deleteAll(part);
            for (Path file : files) {
                Path copy = part.resolve(backup.relativize(file).toString());
                Files.createDirectories(copy.toAbsolutePath().getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            if (there) {
                Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(folder);
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            return there ? aside : folder;
        } catch (IOException | UncheckedIOException e) {
            throw new EventStoreException("the backup " + backup + " cannot be restored: " + e.getMessage(), e);
        } finally {
            deleteQuietly(part);
        }
    }

    /** The files of a backup, each as it was listed. */
    private static List<Path> whole(Path backup) {
        Path list = backup.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            throw new EventStoreException(backup + " is no backup: it has no " + LIST);
        }
        try {
            List<Path> files = new ArrayList<>();
            for (JsonNode entry : MAPPER.readTree(Files.readString(list)).path("files")) {
                Path file = backup.resolve(entry.path("path").asString()).normalize();
                if (!file.startsWith(backup.normalize())) {
                    throw new EventStoreException(list + " names " + file + ", which is outside the backup");
                }
                if (!Files.isRegularFile(file)
                        || !Hashes.sha256(file).equals(entry.path("sha256").asString())) {
                    throw new EventStoreException(file + " is missing or not as it was when the backup was made");
                }
                files.add(file);
            }
            return files;
        } catch (IOException e) {
            throw new EventStoreException("the backup " + backup + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkUnused(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new EventStoreException(
                    "the store " + file + " is in use or cannot be read (" + e.getMessage()
                            + "). Stop \"clashmap serve\" first.",
                    e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            deleteAll(folder);
        } catch (IOException left) {
            // The failure that left it there is the one to tell.
            return;
        }
    }
}
