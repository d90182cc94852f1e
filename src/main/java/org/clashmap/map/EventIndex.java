package org.clashmap.map;

import java.time.Instant;
import java.time.InstantSource;
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
import org.clashmap.event.publish.Publisher;
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
    private final Showing showing;
    private final Turns turns = new Turns();
    private final ReentrantLock writing = new ReentrantLock();
    private final IndexWriter writer;
    private volatile @Nullable State state;
    private volatile boolean busy;
    private boolean closed;
    private EventStore.@Nullable Watch watch;

    /**
     * @param cursor of the last change that is in the view
     * @param until when time alone makes it another
     * @param turn how often it has done so
     */
    private record State(IndexView view, long cursor, Instant until, long turn) {}

    private EventIndex(EventStore store, Showing showing, int leastSmall) {
        this.store = store;
        this.showing = showing;
        writer = new IndexWriter(new Vocabulary(), new Documents(), leastSmall);
    }

    /**
     * An index that shows everybody what a publisher lets him see; a delay that runs out shows without a write. It is made
     * when it is first asked, or by {@link #start}.
     */
    public static EventIndex of(EventStore store, Publisher publisher, InstantSource clock) {
        return new EventIndex(store, Showing.of(publisher, clock), IndexWriter.LEAST_SMALL);
    }

    /** @param publicView what everybody may see of an event, or nothing; the event itself when that is all of it */
    public static EventIndex of(EventStore store, Function<Event, Optional<Event>> publicView) {
        return of(store, publicView, IndexWriter.LEAST_SMALL);
    }

    /** @param leastSmall so many changed rows stand apart before they join the others */
    static EventIndex of(EventStore store, Function<Event, Optional<Event>> publicView, int leastSmall) {
        return new EventIndex(store, Showing.of(publicView), leastSmall);
    }

    static EventIndex of(EventStore store, Showing showing) {
        return new EventIndex(store, showing, IndexWriter.LEAST_SMALL);
    }

    /** Makes the index now and follows the store from here on. */
    public void start() {
        writing.lock();
        try {
            if (!closed && watch == null) {
                first();
                watch = store.onChange(this::follow);
            }
        } finally {
            writing.unlock();
        }
    }

    /** The state that the store had last, or, while many changes are being brought in, the one before. */
    public IndexView view() {
        return state().view();
    }

    /** How often time alone has changed what everybody sees; for caches, beside the data version. */
    public long turns() {
        return state().turn();
    }

    private State state() {
        State now = state;
        if (now == null) {
            return first();
        }
        boolean due = !showing.now().isBefore(now.until());
        if (!due && now.view().dataVersion() >= store.dataVersion()) {
            return now;
        }
        if (!busy && store.lastChange() - now.cursor() <= FEW && holdsSoon()) {
            try {
                return bringIn(FEW);
            } finally {
                writing.unlock();
            }
        }
        State latest = state;
        return latest == null ? now : latest;
    }

    private boolean holdsSoon() {
        try {
            return writing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private State first() {
        writing.lock();
        try {
            State made = state;
            if (made == null) {
                // Both before the events are read: what is written meanwhile is brought in again afterwards.
                long cursor = store.lastChange();
                IndexView view = build(store.dataVersion());
                made = new State(view, cursor, turns.next(), 0);
                state = made;
            }
            return made;
        } finally {
            writing.unlock();
        }
    }

    private IndexView build(long dataVersion) {
        int expected = Math.toIntExact(Math.min(Segment.LARGEST_SIZE, store.count(EventQuery.all())));
        SegmentBuilder rows = writer.builder(expected);
        try (EntryLine line = new EntryLine(showing, entry -> add(rows, entry))) {
            store.forEach(EventQuery.all(), line::put);
        }
        return writer.first(rows, dataVersion);
    }

    private void add(SegmentBuilder rows, Entry entry) {
        turns.note(entry.event().id(), entry.turn());
        writer.add(rows, entry);
    }

    /** On a thread of the store's. */
    private void follow() {
        writing.lock();
        try {
            State before = state;
            if (before == null || closed) {
                return;
            }
            // Askers wait for a few changes, and not for many.
            busy = store.lastChange() - before.cursor() > FEW;
            bringIn(BATCH);
        } finally {
            busy = false;
            writing.unlock();
        }
    }

    /** Brings in all there is, so many at a time. To be called by who holds the lock, once there is a state. */
    private State bringIn(int batch) {
        while (true) {
            State before = state;
            if (before == null) {
                throw new IllegalStateException("changes before there is an index");
            }
            Set<String> due = turns.take(showing.now());
            long dataVersion = store.dataVersion();
            List<EventChange> changes = store.listChanges(before.cursor(), batch);
            if (due.isEmpty() && changes.isEmpty() && before.view().dataVersion() >= dataVersion) {
                return before;
            }
            state = after(before, changes, due, changes.size() < batch ? dataVersion : 0);
        }
    }

    /** @param complete the data version that is reached when all changes are in, or 0 when there may be more */
    private State after(State before, List<EventChange> changes, Set<String> due, long complete) {
        Set<String> ids = new LinkedHashSet<>(due);
        changes.forEach(change -> ids.add(change.eventId()));
        List<Entry> entries = new ArrayList<>();
        for (String id : ids) {
            store.find(id)
                    .filter(event -> !event.isWithdrawn())
                    .ifPresent(event -> entries.addAll(Entry.of(event, showing)));
        }
        entries.forEach(entry -> turns.note(entry.event().id(), entry.turn()));
        long last = changes.isEmpty()
                ? before.view().dataVersion()
                : changes.getLast().dataVersion();
        long cursor = changes.isEmpty() ? before.cursor() : changes.getLast().cursor();
        IndexView view = writer.next(before.view(), ids, entries, Math.max(complete, last));
        return new State(view, cursor, turns.next(), before.turn() + (due.isEmpty() ? 0 : 1));
    }

    @Override
    public void close() {
        EventStore.Watch last;
        writing.lock();
        try {
            closed = true;
            last = watch;
            watch = null;
        } finally {
            writing.unlock();
        }
        if (last != null) {
            last.close();
        }
    }
}
