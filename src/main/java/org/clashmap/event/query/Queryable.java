package org.clashmap.event.query;

import java.util.List;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A property of events that can be asked about.
 *
 * @param name as filters write it
 * @param values all that it may be, as texts or whole numbers, or empty when that is open
 * @param role what the property is for (OGC API Features, part 5), or null
 * @param reader gives a {@code String}, {@code Double}, {@code Boolean}, {@link Moment}, JTS geometry or list of texts, as
 *     the type says; null when it is not known
 */
public record Queryable(
        String name,
        ValueType type,
        String title,
        List<Object> values,
        @Nullable String role,
        Function<Event, @Nullable Object> reader) {
    public Queryable {
        values = List.copyOf(values);
    }

    Queryable oneOf(List<?> allowed) {
        return new Queryable(name, type, title, List.copyOf(allowed), role, reader);
    }

    Queryable as(String newRole) {
        return new Queryable(name, type, title, values, newRole, reader);
    }

    /** The value for an event, or null. */
    public @Nullable Object read(Event event) {
        return reader.apply(event);
    }
}
