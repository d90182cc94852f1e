package org.clashmap.exchange.incoming;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.report.Report;

/** Where imported records go. */
public interface ImportTarget {
    /** Keeps a batch; all of it or nothing. */
    EventStore.BatchCounts keep(List<Report> reports, List<Event> events, EventStore.Renewal renewal);

    /** A stored event. */
    Optional<Event> find(String id);

    /** All versions of a stored event. */
    List<Event> listVersions(String id);

    /** Into a store. */
    static ImportTarget store(EventStore store) {
        return new ImportTarget() {
            @Override
            public EventStore.BatchCounts keep(List<Report> reports, List<Event> events, EventStore.Renewal renewal) {
                return store.addBatch(reports, events, renewal);
            }

            @Override
            public Optional<Event> find(String id) {
                return store.find(id);
            }

            @Override
            public List<Event> listVersions(String id) {
                return store.listVersions(id);
            }
        };
    }

    /** Nowhere: each event is shown and forgotten. */
    static ImportTarget show(Consumer<Event> each) {
        return new ImportTarget() {
            @Override
            public EventStore.BatchCounts keep(List<Report> reports, List<Event> events, EventStore.Renewal renewal) {
                events.forEach(each);
                return new EventStore.BatchCounts(events.size(), 0, 0);
            }

            @Override
            public Optional<Event> find(String id) {
                return Optional.empty();
            }

            @Override
            public List<Event> listVersions(String id) {
                return List.of();
            }
        };
    }
}
