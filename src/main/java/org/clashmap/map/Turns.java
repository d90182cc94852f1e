package org.clashmap.map;

import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which events time alone will show otherwise, and when. Used by the one thread that writes. */
final class Turns {
    private final TreeMap<Instant, Set<String>> due = new TreeMap<>();

    void note(String id, @Nullable Instant when) {
        if (when != null) {
            due.computeIfAbsent(when, time -> new TreeSet<>()).add(id);
        }
    }

    Instant next() {
        return due.isEmpty() ? Instant.MAX : due.firstKey();
    }

    /** The events that are due, which are then forgotten. One that has changed since is looked at once too often. */
    Set<String> take(Instant now) {
        Set<String> ids = new TreeSet<>();
        while (!due.isEmpty() && !due.firstKey().isAfter(now)) {
            ids.addAll(due.pollFirstEntry().getValue());
        }
        return ids;
    }
}
