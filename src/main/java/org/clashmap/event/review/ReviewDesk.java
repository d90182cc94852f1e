package org.clashmap.event.review;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.gazetteer.Gazetteer;

/**
 * Decisions of people, kept in the store: each names the version it is meant for, and one that comes too late changes
 * nothing. Safe for many threads.
 */
public final class ReviewDesk {
    private final EventStore store;
    private final Reviews reviews;
    private final InstantSource clock;

    public ReviewDesk(EventStore store, Gazetteer gazetteer, InstantSource clock) {
        this.store = store;
        this.reviews = new Reviews(gazetteer);
        this.clock = clock;
    }

    /**
     * Decides about an event.
     *
     * @param version that the decision is meant for
     * @return the event as it is now
     * @throws IllegalArgumentException when there is no such event
     * @throws StaleVersionException when it has another version by now
     * @throws RefusedChangeException when it cannot be decided so
     */
    public Event decide(String id, int version, Decision decision, String by) {
        Event current = get(id, version);
        Event next = reviews.decide(current, decision, editor(by));
        try {
            store.addVersion(next);
        } catch (IllegalStateException faster) {
            throw stale(id, faster);
        }
        return store.find(id).orElse(next);
    }

    private Event get(String id, int version) {
        Event current = store.find(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no event \"" + id + "\" here."));
        if (current.version() != version) {
            throw new StaleVersionException(current);
        }
        return current;
    }

    private StaleVersionException stale(String id, IllegalStateException cause) {
        StaleVersionException stale = new StaleVersionException(store.find(id).orElseThrow(() -> cause));
        stale.initCause(cause);
        return stale;
    }

    private Editor editor(String by) {
        return new Editor(by, clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
