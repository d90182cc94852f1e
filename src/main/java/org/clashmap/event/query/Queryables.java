package org.clashmap.event.query;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that can be asked about, in the order they are listed. Immutable. */
public final class Queryables {
    private final Map<String, Queryable> byName;

    public Queryables(Collection<Queryable> all) {
        Map<String, Queryable> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(one.name(), one));
        byName = Collections.unmodifiableMap(map);
    }

    /** Those of events. */
    public static Queryables ofEvents() {
        return EventProperties.ALL;
    }

    public List<Queryable> list() {
        return List.copyOf(byName.values());
    }

    public Optional<Queryable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException that names those there are */
    public Queryable get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no property \"" + name
                        + "\" to ask about; there are: " + String.join(", ", byName.keySet())));
    }
}
