package org.clashmap.event.review;

import org.clashmap.event.Event;

/** Somebody changed the event since the version a change was meant for. */
public final class StaleVersionException extends RuntimeException {
    private final transient Event current;

    public StaleVersionException(Event current) {
        super("event " + current.id() + " has version " + current.version() + " by now");
        this.current = current;
    }

    /** The event as it is now. */
    public Event current() {
        return current;
    }
}
