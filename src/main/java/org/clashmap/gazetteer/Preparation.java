package org.clashmap.gazetteer;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Puts base and layers together for the next start, while a layer is still being made: base and the layers before it in
 * the order of names beside the making, the others once it is there. What comes of it is the snapshot that a start would
 * otherwise make itself, and failing costs only that. For one thread.
 */
public final class Preparation implements Closeable {
    /** Two gazetteers stand in memory for a while, the new one growing from layer to layer. */
    private static final long BYTES_PER_PLACE = 600;

    private final Path geodata;
    private final Path layersFolder;
    private final String changing;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CompletableFuture<Composition> begun;

    private Preparation(Path geodata, Path layersFolder, String changing) {
        this.geodata = geodata;
        this.layersFolder = layersFolder;
        this.changing = changing;
        this.begun = CompletableFuture.supplyAsync(this::compose);
    }

    /**
     * Begins beside the caller.
     *
     * @param changing name of the layer that is being added or replaced
     */
    public static Preparation begin(Path geodata, Path layersFolder, String changing) {
        return new Preparation(geodata, layersFolder, changing);
    }

    private boolean isBefore(Path folder) {
        return Layers.nameOf(folder).compareTo(changing) < 0;
    }

    private Composition compose() {
        if (!hasRoom(geodata, Layers.in(layersFolder))) {
            throw new CancellationException();
        }
        Composition composition = Composition.begin(geodata);
        for (Path folder : Layers.in(layersFolder).folders()) {
            if (isBefore(folder)) {
                if (cancelled.get()) {
                    throw new CancellationException();
                }
                composition.add(folder);
            }
        }
        return composition;
    }

    /**
     * True when there is memory for base and layers as they are now. A start needs less, and may make the snapshot itself.
     */
    private static boolean hasRoom(Path geodata, Layers layers) {
        long places = StoredManifest.read(geodata).places();
        for (Path folder : layers.folders()) {
            places += StoredManifest.read(folder).places();
        }
        return BYTES_PER_PLACE * places < Runtime.getRuntime().maxMemory() / 2;
    }

    /** After the layer is in its place: adds it and those after it, and writes the snapshot. */
    public void finish() {
        try {
            Composition composition = begun.join();
            Layers layers = Layers.in(layersFolder);
            if (!hasRoom(geodata, layers)) {
                return;
            }
            for (Path folder : layers.folders()) {
                if (!isBefore(folder)) {
                    composition.add(folder);
                }
            }
            Composition.Composed composed = composition.finish();
            if (!layers.isEmpty() && composed.notices().isEmpty()) {
                new Snapshot(layersFolder, layers.manifests(geodata)).write(composed.tables());
            }
        } catch (CompletionException | CancellationException | GeodataException unusable) {
            // The next start meets the same and says so.
        }
    }

    /** Begins no more parts when nothing came of the layer. */
    @Override
    public void close() {
        cancelled.set(true);
    }
}
