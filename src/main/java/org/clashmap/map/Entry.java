package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.publish.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A row to be: an event as an audience sees it, with its ready-made document.
 *
 * @param audiences bits of those who see it so
 * @param turn when time alone will show the event otherwise, or null
 */
@SuppressWarnings("ArrayRecordComponent") // made once, written once
record Entry(
        Event event,
        int audiences,
        byte[] document,
        @Nullable Instant turn) {
    /** The rows of an event: one when all see the same. */
    static List<Entry> of(Event event, Showing showing) {
        Optional<Event> shown = showing.publish(event);
        Instant turn = showing.nextChange(event).orElse(null);
        List<Entry> entries = new ArrayList<>(2);
        if (shown.isPresent() && shown.get().equals(event)) {
            entries.add(make(event, bit(Audience.PUBLIC) | bit(Audience.STAFF), turn));
            return entries;
        }
        shown.ifPresent(projection -> entries.add(make(projection, bit(Audience.PUBLIC), turn)));
        entries.add(make(event, bit(Audience.STAFF), turn));
        return entries;
    }

    private static Entry make(Event event, int audiences, @Nullable Instant turn) {
        byte[] document = EventJson.toJson(event).getBytes(StandardCharsets.UTF_8);
        return new Entry(event, audiences, document, turn);
    }

    /** The bit that stands for an audience in the column of audiences. */
    static int bit(Audience audience) {
        return switch (audience) {
            case PUBLIC -> 1;
            case STAFF -> 2;
        };
    }
}
