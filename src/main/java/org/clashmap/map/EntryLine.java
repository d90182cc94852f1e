package org.clashmap.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.clashmap.event.Event;

/**
 * Makes entries on all processors and gives them on in the order of their events. Holds a bounded number of events; used by
 * one thread, on which entries are also given on.
 */
final class EntryLine implements AutoCloseable {
    private static final int BATCH = 256;

    private final Showing showing;
    private final Consumer<Entry> taker;
    private final int waiting = 2 * Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Deque<Future<List<Entry>>> line = new ArrayDeque<>();
    private List<Event> batch = new ArrayList<>(BATCH);

    EntryLine(Showing showing, Consumer<Entry> taker) {
        this.showing = showing;
        this.taker = taker;
    }

    void put(Event event) {
        batch.add(event);
        if (batch.size() == BATCH) {
            send();
        }
    }

    private void send() {
        List<Event> events = batch;
        batch = new ArrayList<>(BATCH);
        line.add(workers.submit(() -> {
            List<Entry> entries = new ArrayList<>(events.size());
            events.forEach(event -> entries.addAll(Entry.of(event, showing)));
            return entries;
        }));
        if (line.size() > waiting) {
            take();
        }
    }

    private void take() {
        try {
            line.remove().get().forEach(taker);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("an event could not be taken into the map index", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the map index was made", interrupted);
        }
    }

    /** Gives on what is left. */
    @Override
    public void close() {
        try {
            send();
            while (!line.isEmpty()) {
                take();
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
