package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;

/**
 * A row to be: an event as an audience sees it, with its ready-made document.
 *
 * @param audiences bits of {@link Audience}
 * @param piece the document, compressed
 */
@SuppressWarnings("ArrayRecordComponent") // made once, written once
record Entry(Event event, int audiences, byte[] document, byte[] piece, int checksum) {
    private static final ThreadLocal<Piece> PIECES = ThreadLocal.withInitial(() -> new Piece(1));

    /** The rows of an event: one when all see the same. */
    static List<Entry> of(Event event, Function<Event, Optional<Event>> publicView) {
        Optional<Event> shown = publicView.apply(event);
        List<Entry> entries = new ArrayList<>(2);
        if (shown.isPresent() && (shown.get() == event || shown.get().equals(event))) {
            entries.add(make(event, Audience.PUBLIC.bit() | Audience.STAFF.bit()));
            return entries;
        }
        shown.ifPresent(projection -> entries.add(make(projection, Audience.PUBLIC.bit())));
        entries.add(make(event, Audience.STAFF.bit()));
        return entries;
    }

    private static Entry make(Event event, int audiences) {
        byte[] document = EventJson.toJson(event).getBytes(StandardCharsets.UTF_8);
        return new Entry(event, audiences, document, PIECES.get().of(document), Piece.checksum(document));
    }
}
