package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;

/**
 * The store as it will be when what is planned has been kept: stored versions, and new ones on top that nobody else sees
 * yet. One thread.
 */
final class Ledger {
    private final EventStore store;
    private final Map<String, List<Event>> versions = new LinkedHashMap<>();
    private final List<Event> following = new ArrayList<>();

    Ledger(EventStore store) {
        this.store = store;
    }

    /** An event that is not stored yet, or its first version in another form. */
    void begin(Event event) {
        versions.put(event.id(), List.of(event));
    }

    /** @throws IllegalArgumentException when there is no such event */
    List<Event> versions(String id) {
        List<Event> known = versions.computeIfAbsent(id, store::listVersions);
        if (known.isEmpty()) {
            throw new IllegalArgumentException("there is no event " + id);
        }
        return known;
    }

    Event get(String id) {
        return versions(id).getLast();
    }

    boolean holds(String id) {
        return !versions.computeIfAbsent(id, store::listVersions).isEmpty();
    }

    /** The event that stands for an id now: itself, or what it was merged into. */
    Event getCurrent(String id) {
        Event event = get(id);
        for (int hop = 0; hop < MergeSteps.DEEPEST; hop++) {
            var target = DedupNote.findTarget(event);
            if (target.isEmpty()) {
                return event;
            }
            event = get(target.get());
        }
        throw new IllegalStateException("event " + id + " was merged in a circle");
    }

    /** Puts a next version on top. */
    void append(Event next) {
        List<Event> longer = new ArrayList<>(versions(next.id()));
        longer.add(next);
        versions.put(next.id(), List.copyOf(longer));
        following.add(next);
    }

    /** The new versions in the order in which they were put on top. */
    List<Event> following() {
        return List.copyOf(following);
    }
}
