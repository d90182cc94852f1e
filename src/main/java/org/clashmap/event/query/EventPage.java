package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;

/**
 * The events of a filter in an order and slice, found by going through what the store finds by box, days and tiers. Costs
 * what those hold; keeps offset + limit events at most.
 *
 * @param matched how many match, whatever the slice
 * @param more whether some follow
 */
public record EventPage(long matched, List<Event> events, boolean more) {
    /** So many events are kept to sort them: a sorted page can lie so deep. */
    public static final int DEEPEST_SORTED = 50_000;

    public EventPage {
        events = List.copyOf(events);
    }

    /** Gives the events of a query one by one, in the order of the store. */
    @FunctionalInterface
    public interface Source {
        void forEach(EventQuery query, Consumer<Event> each);
    }

    /**
     * Finds a page.
     *
     * @param begun whether an event lies behind the place where the pages before ended; only such are given, all are counted
     * @throws IllegalArgumentException when a sorted page lies too deep
     */
    public static EventPage of(
            Source source, EventFilter filter, SortBy sortBy, Predicate<Event> begun, int limit, int offset) {
        long end = (long) limit + offset;
        if (!sortBy.isNatural() && end > DEEPEST_SORTED) {
            throw new IllegalArgumentException("sorted, limit and offset together may be " + DEEPEST_SORTED
                    + "; narrow the filter, or take the order of the store");
        }
        Predicate<Event> test = filter.test();
        Collector collector =
                sortBy.isNatural() ? new InOrder(begun, end, offset) : new Sorted(end, offset, sortBy.comparator());
        source.forEach(filter.query(Integer.MAX_VALUE, 0), event -> {
            if (test.test(event)) {
                collector.add(event);
            }
        });
        return collector.page();
    }

    private interface Collector {
        void add(Event event);

        EventPage page();
    }

    private static final class InOrder implements Collector {
        private final Predicate<Event> begun;
        private final long end;
        private final int offset;
        private final List<Event> events = new ArrayList<>();
        private long matched;
        private long passed;
        private boolean more;

        InOrder(Predicate<Event> begun, long end, int offset) {
            this.begun = begun;
            this.end = end;
            this.offset = offset;
        }

        @Override
        public void add(Event event) {
            matched++;
            if (begun.test(event)) {
                if (passed >= offset && passed < end) {
                    events.add(event);
                }
                more |= passed >= end;
                passed++;
            }
        }

        @Override
        public EventPage page() {
            return new EventPage(matched, events, more);
        }
    }

    /** Keeps the first ones; the last of them on top, to be pushed out. */
    private static final class Sorted implements Collector {
        private final long end;
        private final int offset;
        private final Comparator<Event> order;
        private final PriorityQueue<Event> first;
        private long matched;

        Sorted(long end, int offset, Comparator<Event> order) {
            this.end = end;
            this.offset = offset;
            this.order = order;
            this.first = new PriorityQueue<>(order.reversed());
        }

        @Override
        public void add(Event event) {
            matched++;
            first.add(event);
            if (first.size() > end) {
                first.poll();
            }
        }

        @Override
        public EventPage page() {
            List<Event> sorted = new ArrayList<>(first);
            sorted.sort(order);
            return new EventPage(
                    matched, sorted.subList(Math.min(offset, sorted.size()), sorted.size()), matched > end);
        }
    }
}
