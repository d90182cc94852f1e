package org.clashmap.exchange.outgoing;

import java.io.Closeable;
import java.io.IOException;
import org.clashmap.event.Event;

/** Writes events to a file one by one. What it was given is complete only when it is closed. */
public interface EventSink extends Closeable {
    void add(Event event) throws IOException;

    /** Events that the format cannot hold and that were left out. */
    default long leftOut() {
        return 0;
    }
}
