package org.clashmap.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.merge.Merges;
import org.clashmap.event.publish.Audience;
import org.clashmap.event.publish.Publisher;
import org.clashmap.event.query.EventPage;
import org.jspecify.annotations.Nullable;

/**
 * The events of the store as an audience sees them, one by one, in the order of days. For readers the query is only a first
 * sieve and wider than asked: whoever asks must test what comes out, since a condition that was tested on what is hidden
 * would tell it. An event whose day is shown roughly stands where that puts it, too, and not between the events of its day.
 *
 * @param now one instant for the whole of a walk
 * @param asOf the data version whose state is walked through, or null for the state of now. What is held back today is held
 *     back in the past as well
 */
record ShownEvents(
        EventStore store,
        Publisher publisher,
        Audience audience,
        Instant now,
        @Nullable Long asOf) implements EventPage.Source {
    /** A day that is shown to its month lies at most so far from where it is shown. */
    private static final int COARSEST_DAYS = 31;

    private static final Comparator<Event> ORDER = Comparator.<Event, LocalDate>comparing(
                    event -> event.when().day(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Event::id);

    @Override
    public void forEach(EventQuery query, Consumer<Event> each) {
        if (audience == Audience.STAFF) {
            walk(query, each);
            return;
        }
        EventQuery sieve = new EventQuery(
                null,
                query.from() == null ? null : query.from().minusDays(COARSEST_DAYS),
                query.to() == null ? null : query.to().plusDays(COARSEST_DAYS),
                query.tiers(),
                Integer.MAX_VALUE,
                0);
        List<Event> moved = new ArrayList<>();
        walk(sieve, event -> shown(event).filter(s -> isMoved(event, s)).ifPresent(moved::add));
        moved.sort(ORDER);
        int[] next = {0};
        walk(
                sieve,
                event -> shown(event).filter(s -> !isMoved(event, s)).ifPresent(shown -> {
                    while (next[0] < moved.size() && ORDER.compare(moved.get(next[0]), shown) < 0) {
                        each.accept(moved.get(next[0]++));
                    }
                    each.accept(shown);
                }));
        moved.subList(next[0], moved.size()).forEach(each);
    }

    private Optional<Event> shown(Event event) {
        return asOf == null
                ? publisher.publish(event, audience, now)
                : publisher.publishPast(
                        event, Merges.findCurrent(store, event.id()).orElse(event), audience, now);
    }

    private void walk(EventQuery query, Consumer<Event> each) {
        if (asOf == null) {
            store.forEach(query, each);
        } else {
            store.forEachAsOf(asOf, query, each);
        }
    }

    private static boolean isMoved(Event event, Event shown) {
        return !Objects.equals(event.when().day(), shown.when().day());
    }
}
