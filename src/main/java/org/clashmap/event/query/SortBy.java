package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An order of events. Unknown values come last in both directions; what is equal in all keys is in the order of the store:
 * newest first, then by id.
 *
 * @param keys most weighty first; empty for the order of the store
 */
public record SortBy(List<Key> keys) {
    /** The order of the store. */
    public static final SortBy NEWEST_FIRST = new SortBy(List.of());

    private static final int MOST_KEYS = 5;

    public SortBy {
        keys = List.copyOf(keys);
    }

    /** @param property a queryable of one value */
    public record Key(String property, boolean descending) {}

    /**
     * Reads property names separated by commas, each with + (or nothing) for ascending or - for descending before it.
     *
     * @throws IllegalArgumentException that says what is allowed
     */
    public static SortBy parse(String text) {
        List<Key> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : text.split(",", -1)) {
            // A plus that was not percent-encoded arrives as a space.
            String key = part.strip();
            boolean descending = key.startsWith("-");
            String name = descending || key.startsWith("+") ? key.substring(1) : key;
            Queryable queryable = Queryables.ofEvents().find(name).orElse(null);
            if (queryable == null || !queryable.type().isScalar() || !names.add(name)) {
                throw new IllegalArgumentException("names of properties, each once, with - before those to go down by;"
                        + " there are: " + String.join(", ", sortables()));
            }
            keys.add(new Key(name, descending));
        }
        if (keys.equals(List.of(new Key("event_date", true)))) {
            return NEWEST_FIRST;
        }
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("at most " + MOST_KEYS + " properties");
        }
        return new SortBy(keys);
    }

    /** The properties that can be sorted by. */
    public static List<String> sortables() {
        return Queryables.ofEvents().list().stream()
                .filter(queryable -> queryable.type().isScalar())
                .map(Queryable::name)
                .toList();
    }

    /** Whether it is the order of the store. */
    public boolean isNatural() {
        return keys.isEmpty();
    }

    public Comparator<Event> comparator() {
        Comparator<Event> order = null;
        for (Key key : keys) {
            Comparator<Event> next = comparator(key);
            order = order == null ? next : order.thenComparing(next);
        }
        Comparator<Event> natural = comparator(new Key("event_date", true)).thenComparing(Event::id);
        return order == null ? natural : order.thenComparing(natural);
    }

    private static Comparator<Event> comparator(Key key) {
        Queryable queryable = Queryables.ofEvents().get(key.property());
        return (a, b) -> compare(queryable.read(a), queryable.read(b), key.descending());
    }

    private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order = Evaluation.compare(a, b);
        return descending ? -order : order;
    }
}
