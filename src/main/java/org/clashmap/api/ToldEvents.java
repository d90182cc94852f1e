package org.clashmap.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;

/** The events that a report tells, in any state: those coded from it or added to it, and what now stands for them. */
final class ToldEvents {
    private ToldEvents() {}

    static List<Event> of(EventStore store, String reportId) {
        Map<String, Event> events = new LinkedHashMap<>();
        // Coded and added ones are numbered in a row; the first number that is missing ends it.
        for (String kind : List.of("-e", "-a")) {
            for (int number = 1; add(store, reportId + kind + number, events); number++) {
                // goes on to the next number
            }
        }
        return List.copyOf(events.values());
    }

    private static boolean add(EventStore store, String id, Map<String, Event> events) {
        if (events.containsKey(id)) {
            return true;
        }
        Optional<Event> event = store.find(id);
        event.ifPresent(found -> {
            events.put(id, found);
            found.successors().forEach(next -> add(store, next, events));
        });
        return event.isPresent();
    }
}
