package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clashmap.event.Event;
import org.clashmap.event.EventChange;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person, by need, and which places people accepted for which names. Kept in memory: read from the store
 * once, then from its change feed whenever it is asked. Of what waits it holds the {@value #MOST} that need a person most;
 * the others come up as these are done and the program starts again. Safe for many threads.
 */
public final class ReviewIndex {
    /** How many waiting events are held. */
    static final int MOST = 200_000;

    private static final int PAGE = 1_000;
    private static final Set<String> DECIDED = Set.of("accepted", "published", "gold");
    private static final Comparator<Item> BY_NEED =
            Comparator.comparingDouble((Item item) -> -item.priority()).thenComparing(Item::id);

    private final EventStore store;
    private final TreeSet<Item> waiting = new TreeSet<>(BY_NEED);
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Accepted> accepted = new TreeMap<>();
    private long cursor;
    private boolean loaded;

    public ReviewIndex(EventStore store) {
        this.store = store;
    }

    /**
     * One event of the queue.
     *
     * @param status {@code held} for one that is accepted and held back
     * @param why in words, the strongest reason first
     */
    public record Item(
            String id,
            int version,
            String title,
            String status,
            String reportId,
            @Nullable String assignee,
            double priority,
            List<String> why) {
        /** Where it stands in the queue; a client goes on behind it, also when it is done. */
        public String position() {
            return String.format(Locale.ROOT, "%.2f~%s", priority, id);
        }
    }

    /** A place that a person accepted for a name. */
    record Accepted(String eventId, String name, String publisher, String reportId, String placeId) {}

    /** What to look for in the queue; null is everything that waits. */
    public record Wanted(
            @Nullable String status,
            @Nullable String reportId,
            @Nullable String assignee,
            @Nullable String after,
            int limit) {}

    /** The states that can be asked for. */
    public static List<String> statuses() {
        return List.of("machine", "in_review", "accepted", "held");
    }

    /** In the order of need. */
    public synchronized List<Item> list(Wanted wanted) {
        catchUp();
        Iterable<Item> from = wanted.after == null ? waiting : waiting.tailSet(positionOf(wanted.after), false);
        List<Item> found = new ArrayList<>();
        for (Item item : from) {
            boolean open = item.status.equals("machine") || item.status.equals("in_review");
            if ((wanted.status == null ? open : item.status.equals(wanted.status))
                    && (wanted.reportId == null || wanted.reportId.equals(item.reportId))
                    && (wanted.assignee == null || wanted.assignee.equals(item.assignee))) {
                found.add(item);
                if (found.size() == wanted.limit) {
                    break;
                }
            }
        }
        return found;
    }

    /** @throws IllegalArgumentException when it is none */
    private static Item positionOf(String position) {
        int tilde = position.indexOf('~');
        try {
            double priority = Double.parseDouble(position.substring(0, Math.max(0, tilde)));
            return new Item(position.substring(tilde + 1), 1, "", "", "", null, priority, List.of());
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("what the member next of the page before says", none);
        }
    }

    /**
     * The places accepted for a name, those of the same report first, then those of the same publisher; latest first.
     *
     * @param exceptId the event that is asked about
     */
    synchronized List<Accepted> listAccepted(
            String name, String reportId, @Nullable String publisher, String exceptId) {
        catchUp();
        String key = keyOf(name);
        List<Accepted> found = new ArrayList<>();
        for (Accepted one : accepted.values()) {
            boolean near = one.reportId.equals(reportId) || (publisher != null && one.publisher.equals(publisher));
            if (near && one.name.equals(key) && !one.eventId.equals(exceptId)) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparing((Accepted one) -> !one.reportId.equals(reportId)));
        return found;
    }

    private void catchUp() {
        if (!loaded) {
            cursor = store.lastChange();
            store.forEach(EventQuery.all(), this::take);
            loaded = true;
        }
        for (List<EventChange> page = store.listChanges(cursor, PAGE);
                !page.isEmpty();
                page = store.listChanges(cursor, PAGE)) {
            for (EventChange change : page) {
                store.find(change.eventId()).ifPresent(this::take);
                cursor = change.cursor();
            }
        }
    }

    private void take(Event event) {
        Item before = items.remove(event.id());
        if (before != null) {
            waiting.remove(before);
        }
        accepted.remove(event.id());
        if (event.isWithdrawn()) {
            return;
        }
        acceptedOf(event).ifPresent(one -> accepted.put(event.id(), one));
        String status = event.editorial().review().status();
        boolean held = event.editorial().sensitivity().reasons().contains(Reviews.HELD);
        if (!statuses().contains(status)) {
            return;
        }
        Needs.Need need = Needs.of(event);
        Item item = new Item(
                event.id(),
                event.version(),
                event.what().title(),
                held ? "held" : status,
                reportOf(event),
                event.editorial().review().readers().assignee(),
                need.priority(),
                need.why());
        waiting.add(item);
        items.put(item.id, item);
        if (waiting.size() > MOST) {
            items.remove(waiting.pollLast().id);
        }
    }

    private static String reportOf(Event event) {
        return event.account().sources().isEmpty()
                ? ""
                : event.account().sources().getFirst().reportId();
    }

    private static Optional<Accepted> acceptedOf(Event event) {
        String chosen = event.where().geocode().chosen();
        Optional<String> name = nameOf(event);
        boolean person = event.editorial().review().reviewer() != null;
        if (chosen == null
                || name.isEmpty()
                || !person
                || !DECIDED.contains(event.editorial().review().status())) {
            return Optional.empty();
        }
        String publisher = event.account().sources().isEmpty()
                ? null
                : event.account().sources().getFirst().publisher();
        return Optional.of(new Accepted(
                event.id(), keyOf(name.get()), publisher == null ? "" : publisher, reportOf(event), chosen));
    }

    /** The name whose place is asked for: the first that the text's place is told by. */
    static Optional<String> nameOf(Event event) {
        var relation = event.where().geocode().relation();
        return relation != null && !relation.anchors().isEmpty()
                ? Optional.of(relation.anchors().getFirst())
                : Optional.ofNullable(event.where().text());
    }

    private static String keyOf(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
