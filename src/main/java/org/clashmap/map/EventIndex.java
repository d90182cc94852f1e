package org.clashmap.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The index over a store, kept in step with it by the store's change feed. Safe for many threads. A state once made is read
 * without locks; whoever asks for the newest may bring in a few changes himself, and gets the state before while many are
 * being brought in.
 */
public final class EventIndex implements AutoCloseable {
    /** As many changes as an asker brings in, some 50 µs each. */
    private static final int FEW = 1000;

    private static final int BATCH = 5000;
    private static final int PATIENCE_MILLIS = 250;

    private final EventStore store;
    private final Function<Event, Optional<Event>> publicView;
    private final ReentrantLock writing = new ReentrantLock();
    private final IndexWriter writer;
    private volatile @Nullable State state;
    private volatile boolean busy;
    private EventStore.@Nullable Watch watch;

    /** @param cursor of the last change that is in the view */
    private record State(IndexView view, long cursor) {}

    private EventIndex(EventStore store, Function<Event, Optional<Event>> publicView, int leastSmall) {
        this.store = store;
        this.publicView = publicView;
        writer = new IndexWriter(new Vocabulary(), Documents.inMemory(), leastSmall);
    }

    /**
     * An index that is made when it is first asked, or by {@link #start}.
     *
     * @param publicView what everybody may see of an event, or nothing; the event itself when that is all of it
     */
    public static EventIndex of(EventStore store, Function<Event, Optional<Event>> publicView) {
        return new EventIndex(store, publicView, IndexWriter.LEAST_SMALL);
    }

    /** @param leastSmall so many changed rows stand apart before they join the others */
    static EventIndex of(EventStore store, Function<Event, Optional<Event>> publicView, int leastSmall) {
        return new EventIndex(store, publicView, leastSmall);
    }

    /** Makes the index now and follows the store from here on. */
    public void start() {
        view();
        writing.lock();
        try {
            if (watch == null) {
                watch = store.onChange(this::follow);
            }
        } finally {
            writing.unlock();
        }
    }

    /** The state that the store had last, or, while many changes are being brought in, the one before. */
    public IndexView view() {
        State now = state;
        if (now == null) {
            return first();
        }
        if (now.view().dataVersion() >= store.dataVersion()) {
            return now.view();
        }
        if (!busy && store.lastChange() - now.cursor() <= FEW && holdsSoon()) {
            try {
                return bringIn(FEW);
            } finally {
                writing.unlock();
            }
        }
        State latest = state;
        return latest == null ? now.view() : latest.view();
    }

    private boolean holdsSoon() {
        try {
            return writing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private IndexView first() {
        writing.lock();
        try {
            State made = state;
            if (made == null) {
                // Both before the events are read: what is written meanwhile is brought in again afterwards.
                long cursor = store.lastChange();
                made = new State(build(store.dataVersion()), cursor);
                state = made;
            }
            return made.view();
        } finally {
            writing.unlock();
        }
    }

    private IndexView build(long dataVersion) {
        int expected = Math.toIntExact(Math.min(Segment.LARGEST_SIZE, store.count(EventQuery.all())));
        SegmentBuilder rows = writer.builder(expected);
        try (EntryLine line = new EntryLine(publicView, entry -> writer.add(rows, entry))) {
            store.forEach(EventQuery.all(), line::put);
        }
        return writer.first(rows, dataVersion);
    }

    /** On a thread of the store's. */
    private void follow() {
        writing.lock();
        busy = true;
        try {
            bringIn(BATCH);
        } finally {
            busy = false;
            writing.unlock();
        }
    }

    /** Brings in all there is, so many at a time. To be called by who holds the lock, once there is a state. */
    private IndexView bringIn(int batch) {
        while (true) {
            State before = state;
            if (before == null) {
                throw new IllegalStateException("changes before there is an index");
            }
            long dataVersion = store.dataVersion();
            List<EventChange> changes = store.listChanges(before.cursor(), batch);
            if (changes.isEmpty() && before.view().dataVersion() >= dataVersion) {
                return before.view();
            }
            state = after(before, changes, batch, dataVersion);
        }
    }

    private State after(State before, List<EventChange> changes, int batch, long dataVersion) {
        Set<String> ids = new LinkedHashSet<>();
        changes.forEach(change -> ids.add(change.eventId()));
        List<Entry> entries = new ArrayList<>();
        for (String id : ids) {
            store.find(id)
                    .filter(event -> !event.isWithdrawn())
                    .ifPresent(event -> entries.addAll(Entry.of(event, publicView)));
        }
        // A full batch may not be all: then the state is that of its last change.
        long last = changes.isEmpty() ? 0 : changes.getLast().dataVersion();
        long reached = changes.size() < batch ? Math.max(dataVersion, last) : last;
        long cursor = changes.isEmpty() ? before.cursor() : changes.getLast().cursor();
        return new State(writer.next(before.view(), ids, entries, reached), cursor);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (watch != null) {
                watch.close();
                watch = null;
            }
            writer.close();
        } finally {
            writing.unlock();
        }
    }
}
