package org.clashmap.event.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;

/**
 * The events of a report in whatever state they are: those coded from it, those a person added from its passages, the parts
 * that any of these were split into, and those they were merged into. Their ids follow from the report's.
 */
public final class ReportEvents {
    /** Between a report's id and the number of an event that the program coded from it. */
    private static final String CODED = "-e";

    /** Between a report's id and the number of an event that a person added. */
    private static final String ADDED = "-a";

    private ReportEvents() {}

    public static List<Event> list(EventStore store, String reportId) {
        Map<String, Event> events = new LinkedHashMap<>();
        for (String kind : List.of(CODED, ADDED)) {
            for (int number = 1; addWithSuccessors(store, reportId + kind + number, events); number++) {
                // goes on to the first number that is not there
            }
        }
        return List.copyOf(events.values());
    }

    private static boolean addWithSuccessors(EventStore store, String id, Map<String, Event> events) {
        if (events.containsKey(id)) {
            return true;
        }
        Optional<Event> event = store.find(id);
        event.ifPresent(found -> {
            events.put(id, found);
            found.successors().forEach(next -> addWithSuccessors(store, next, events));
        });
        return event.isPresent();
    }

    /** The id of the next event that a person adds from a report. */
    static String nextAdded(EventStore store, String reportId) {
        int number = 1;
        while (store.find(reportId + ADDED + number).isPresent()) {
            number++;
        }
        return reportId + ADDED + number;
    }
}
