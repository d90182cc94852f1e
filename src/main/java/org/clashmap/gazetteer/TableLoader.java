package org.clashmap.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPInputStream;

/**
 * Reads all place tables of a folder. One table is inflated while the one before it is read. What was read so far stays
 * when a table cannot be. For one thread.
 */
final class TableLoader {
    private final Path folder;
    private final StoredManifest manifest;

    TableLoader(Path folder, StoredManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** @throws GeodataException when a table is missing or damaged */
    void readInto(PlaceTable places, NameTable names, TableReader.Units units) {
        TableReader reader = new TableReader(places, names, manifest.layers(), units);
        CompletableFuture<byte[]> ahead = inflate(0);
        for (int i = 0; i < manifest.tables().size(); i++) {
            String table = manifest.tables().get(i);
            try {
                byte[] content = ahead.join();
                ahead = inflate(i + 1);
                reader.read(table.substring(table.indexOf('/') + 1, table.indexOf('.')), content);
            } catch (CompletionException | IndexOutOfBoundsException e) {
                throw new GeodataException("the table " + folder.resolve(table) + " cannot be read (" + e + ")", e);
            }
        }
    }

    private CompletableFuture<byte[]> inflate(int table) {
        if (table >= manifest.tables().size()) {
            return CompletableFuture.completedFuture(new byte[0]);
        }
        Path file = folder.resolve(manifest.tables().get(table));
        return CompletableFuture.supplyAsync(() -> {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
