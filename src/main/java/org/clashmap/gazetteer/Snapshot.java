package org.clashmap.gazetteer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clashmap.text.NameKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables as they stand in memory, kept in a file so that the next start copies them instead of reading the stored
 * tables anew. Derived and safe to delete. It is taken only when it was made from these manifests by this code, and when
 * its checksum agrees; otherwise it is as if there were none.
 */
final class Snapshot {
    private static final String NAME = "gazetteer.snapshot";

    /** The classes that decide what the columns hold: a program that folds names in another way makes its own. */
    private static final List<Class<?>> MAKERS = List.of(
            NameKeys.class,
            NameTable.class,
            NameIndex.class,
            NameYears.class,
            StoredName.class,
            Validity.class,
            PlaceTable.class,
            PlaceIds.class,
            TextColumn.class,
            TableReader.class,
            Tables.class,
            Composition.class,
            Sameness.class,
            Neighbours.class,
            Layers.class,
            SpatialGrid.class,
            SnapshotWriter.class);

    /** Made only when there is something to say: a logger's own start takes longer than reading a snapshot. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
    }

    private final Path folder;
    private final Path file;
    /** Made beside the reading of the file, which it takes nearly as long as. */
    private final CompletableFuture<byte[]> key;

    /** @param manifests the manifests of base and layers, in the order in which they are put together */
    Snapshot(Path folder, List<Path> manifests) {
        this.folder = folder;
        file = folder.resolve(NAME);
        key = CompletableFuture.supplyAsync(() -> key(manifests));
    }

    Optional<Tables> read() {
        try (SnapshotReader reader = new SnapshotReader(file)) {
            Tables empty = new Tables("", List.of(), new PlaceTable(0), new NameTable(0));
            Tables tables = empty.transfer(reader);
            reader.finish();
            if (!reader.isOf(key.join())) {
                Log.LOG.info("The gazetteer has changed; its snapshot {} will be made anew.", file);
                return Optional.empty();
            }
            return Optional.of(tables);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            return refused(cause == null ? e : cause);
        } catch (IOException | RuntimeException e) {
            return refused(e);
        }
    }

    private Optional<Tables> refused(Exception reason) {
        Log.LOG.warn("The gazetteer's snapshot {} is not used: {}. It will be made anew.", file, reason.getMessage());
        return Optional.empty();
    }

    /** Writes beside the old file and moves the new one into place when it is whole. Failing costs only time. */
    void write(Tables tables) {
        try {
            Files.createDirectories(folder);
            // Not a temporary file of the system's making, which only its owner may read.
            Path fresh =
                    folder.resolve("." + NAME + "." + ProcessHandle.current().pid() + ".new");
            try {
                try (SnapshotWriter writer = new SnapshotWriter(fresh, key.join())) {
                    tables.transfer(writer);
                    writer.finish();
                }
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException | UncheckedIOException | CompletionException e) {
            Log.LOG.info(
                    "The gazetteer's snapshot {} cannot be written ({}); every start reads the tables.",
                    file,
                    e.toString());
        }
    }

    /** Code and manifests themselves rather than a digest of them: some 100 kB, compared in no time. */
    private static byte[] key(List<Path> manifests) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(1 << 17);
        try {
            for (Class<?> maker : MAKERS) {
                try (InputStream code = maker.getResourceAsStream(maker.getSimpleName() + ".class")) {
                    key.writeBytes(code == null ? new byte[0] : code.readAllBytes());
                }
            }
            for (Path manifest : manifests) {
                // The name of a layer is that of its folder.
                int names = manifest.getNameCount();
                key.writeBytes(manifest.subpath(Math.max(0, names - 2), names)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
                key.write('\n');
                key.writeBytes(Files.readAllBytes(manifest));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key.toByteArray();
    }
}
