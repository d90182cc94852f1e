package org.clashmap.store;

import java.util.OptionalInt;
import org.clashmap.event.Event;
import org.clashmap.report.Report;

/** The changes that no store accepts, and what it says then. */
final class Refusals {
    private Refusals() {}

    static IllegalArgumentException eventExists(Report report, Event event) {
        return new IllegalArgumentException("report " + report.id() + " brings event " + event.id()
                + ", which is already stored; an event is changed by a new version, not by another report");
    }

    static void checkReached(long asked, long reached) {
        if (asked > reached) {
            throw new IllegalArgumentException(
                    "data version " + asked + " is not reached yet; the store is at " + reached);
        }
    }

    static void checkNext(Event event, OptionalInt stored) {
        if (stored.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no event " + event.id() + " to add version " + event.version() + " to");
        }
        if (event.version() != stored.getAsInt() + 1) {
            throw new IllegalStateException("event " + event.id() + " is at version " + stored.getAsInt() + "; version "
                    + event.version() + " cannot follow it. Read it again and repeat the change.");
        }
    }
}
