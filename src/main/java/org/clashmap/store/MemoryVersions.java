package org.clashmap.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventJson;
import org.clashmap.event.JsonPatch;
import org.clashmap.event.Revision;

/** Every version of every event, in lists. Safe for one thread that writes while none reads. */
final class MemoryVersions {
    private final Map<String, List<Version>> versions = new TreeMap<>();
    private final List<EventChange> changes = new ArrayList<>();

    private record Version(Event event, long dataVersion, String at) {}

    Optional<Event> findLast(String id) {
        List<Version> all = versions.get(id);
        return all == null ? Optional.empty() : Optional.of(all.getLast().event());
    }

    List<Event> list(String id) {
        return versions.getOrDefault(id, List.of()).stream().map(Version::event).toList();
    }

    Stream<Event> current() {
        return versions.values().stream().map(all -> all.getLast().event()).filter(event -> !event.isWithdrawn());
    }

    Stream<Event> asOf(long dataVersion) {
        return versions.values().stream()
                .flatMap(all -> all.reversed().stream()
                        .filter(version -> version.dataVersion() <= dataVersion)
                        .limit(1))
                .map(Version::event)
                .filter(event -> !event.isWithdrawn());
    }

    List<Revision> listRevisions(String id) {
        List<Revision> revisions = new ArrayList<>();
        String before = "";
        for (Version version : versions.getOrDefault(id, List.of())) {
            String document = EventJson.toJson(version.event());
            Event.Change change = Revision.changeOf(version.event(), version.at());
            revisions.add(new Revision(
                    version.event().version(),
                    version.dataVersion(),
                    version.at(),
                    change.by(),
                    change.action(),
                    change.reason(),
                    before.isEmpty() ? "[]" : JsonPatch.between(before, document)));
            before = document;
        }
        return List.copyOf(revisions);
    }

    List<EventChange> listChanges(long after, int limit) {
        return changes.stream().skip(Math.max(after, 0)).limit(limit).toList();
    }

    long lastChange() {
        return changes.size();
    }

    /** A change in the making. */
    Draft draft() {
        return new Draft();
    }

    /** Keeps what a draft holds. */
    void keep(Draft draft, long dataVersion, String at) {
        for (Event event : draft.added) {
            Optional<Event> before = findLast(event.id());
            versions.computeIfAbsent(event.id(), id -> new ArrayList<>()).add(new Version(event, dataVersion, at));
            changes.add(new EventChange(
                    changes.size() + 1L,
                    event.id(),
                    event.version(),
                    EventChange.Kind.of(before.orElse(null), event),
                    at,
                    dataVersion));
        }
    }

    /** Versions that are to be kept together, each checked against the stored ones and those before it. */
    final class Draft {
        private final List<Event> added = new ArrayList<>();
        private final Map<String, Event> last = new LinkedHashMap<>();

        Optional<Event> findLast(String id) {
            Event event = last.get(id);
            return event == null ? MemoryVersions.this.findLast(id) : Optional.of(event);
        }

        void add(Event event) {
            // As it would come back from a file: with the figures that the wire format keeps.
            Event stored = EventJson.parse(EventJson.toJson(event));
            added.add(stored);
            last.put(stored.id(), stored);
        }

        void addNext(Event event) {
            Optional<Event> before = findLast(event.id());
            Refusals.checkNext(
                    event,
                    before.isEmpty()
                            ? OptionalInt.empty()
                            : OptionalInt.of(before.get().version()));
            add(event);
        }
    }
}
