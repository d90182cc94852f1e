package org.clashmap.map;

import java.util.Optional;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The index over a store, kept in step with it. Safe for many threads: readers take {@link #view()} and never wait for
 * whoever brings it up to date.
 */
public final class EventIndex implements AutoCloseable {
    private final EventStore store;
    private final Function<Event, Optional<Event>> publicView;
    private final Object writing = new Object();
    private Documents documents;
    private volatile @Nullable IndexView view;

    private EventIndex(EventStore store, Function<Event, Optional<Event>> publicView) {
        this.store = store;
        this.publicView = publicView;
        documents = Documents.inMemory();
    }

    /** @param publicView what everybody may see of an event, or nothing; the event itself when that is all of it */
    public static EventIndex of(EventStore store, Function<Event, Optional<Event>> publicView) {
        return new EventIndex(store, publicView);
    }

    /** The state that the store had last. */
    public IndexView view() {
        IndexView now = view;
        if (now != null && now.dataVersion() == store.dataVersion()) {
            return now;
        }
        synchronized (writing) {
            now = view;
            if (now == null || now.dataVersion() != store.dataVersion()) {
                documents = Documents.inMemory();
                now = build();
                view = now;
            }
            return now;
        }
    }

    private IndexView build() {
        long dataVersion = store.dataVersion();
        IndexWriter writer = new IndexWriter(new Vocabulary(), documents);
        SegmentBuilder rows =
                writer.builder(Math.toIntExact(Math.min(Segment.LARGEST_SIZE, store.count(EventQuery.all()))));
        try (EntryLine line = new EntryLine(publicView, entry -> writer.add(rows, entry))) {
            store.forEach(EventQuery.all(), line::put);
        }
        return writer.first(rows, dataVersion);
    }

    @Override
    public void close() {
        documents.close();
    }
}
