package org.clashmap.map;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.publish.Audience;
import org.clashmap.event.publish.Publisher;

/** What everybody may see of an event now, and when time alone will change that. Safe for many threads. */
interface Showing {
    Optional<Event> publish(Event event);

    Optional<Instant> nextChange(Event event);

    Instant now();

    static Showing of(Publisher publisher, InstantSource clock) {
        return new Showing() {
            @Override
            public Optional<Event> publish(Event event) {
                return publisher.publish(event, Audience.PUBLIC, clock.instant());
            }

            @Override
            public Optional<Instant> nextChange(Event event) {
                return publisher.nextChange(event, clock.instant());
            }

            @Override
            public Instant now() {
                return clock.instant();
            }
        };
    }

    /** The same at all times. */
    static Showing of(Function<Event, Optional<Event>> publicView) {
        return new Showing() {
            @Override
            public Optional<Event> publish(Event event) {
                return publicView.apply(event);
            }

            @Override
            public Optional<Instant> nextChange(Event event) {
                return Optional.empty();
            }

            @Override
            public Instant now() {
                return Instant.MIN;
            }
        };
    }
}
