package org.clashmap.event.review;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.event.merge.Merges;
import org.clashmap.event.merge.Undoings;
import org.clashmap.gazetteer.Gazetteer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Changes of people, kept in the store: each names the version it is meant for, and one that comes too late changes nothing.
 * What changes several events is kept whole or not at all. All of them throw {@link StaleVersionException} when the event has
 * another version by now, {@link RefusedChangeException} when it cannot be changed so, and IllegalArgumentException when there
 * is no such event. Safe for many threads.
 */
public final class ReviewDesk {
    private static final List<String> PASSAGE = List.of("report_id", "start", "end", "reason");

    private final EventStore store;
    private final Reviews reviews;
    private final Splitting splitting;
    private final Passages passages;
    private final PlaceChoices choices;
    private final Merges merges;
    private final InstantSource clock;

    public ReviewDesk(
            EventStore store, Gazetteer gazetteer, EventCoder coder, PlaceChoices choices, InstantSource clock) {
        this.store = store;
        this.reviews = new Reviews(gazetteer);
        this.splitting = new Splitting(reviews);
        this.passages = new Passages(store, coder);
        this.choices = choices;
        this.merges = new Merges(store, clock);
        this.clock = clock;
    }

    /**
     * Decides about an event.
     *
     * @param version that the decision is meant for
     * @return the event as it is now, as all of these do
     */
    public Event decide(String id, int version, Decision decision, String by) {
        return change(id, version, event -> {
            Changes changes = choices.resolve(event, decision.changes());
            Decision resolved = new Decision(decision.action(), decision.reason(), decision.reasonCode(), changes);
            return List.of(reviews.decide(event, resolved, editor(by)));
        });
    }

    /** Merges an event into another, which keeps its id and stands for both. */
    public Event merge(String id, int version, JsonNode body, String by) {
        BodyFields fields = new BodyFields(body, "");
        fields.requireOnly(List.of("with", "reason"));
        String with = fields.requireText("with", List.of("the id of the event that stays"));
        String reason = Objects.requireNonNullElse(DecisionReader.reason(fields), "merged by a person");
        Event leaving = get(id, version);
        Reviews.requireStanding(leaving);
        if (store.find(with).isEmpty()) {
            throw fields.refused(
                    "with", "is \"" + with + "\", which is no event here", List.of("the id of the event that stays"));
        }
        try {
            merges.merge(with, id, version, by, reason);
        } catch (IllegalArgumentException refused) {
            throw fields.refused("with", "cannot be: " + refused.getMessage(), List.of("an event that stands"));
        } catch (IllegalStateException faster) {
            throw stale(id, faster);
        }
        return store.find(id).orElse(leaving);
    }

    /** Parts an event into several. */
    public Event split(String id, int version, JsonNode body, String by) {
        BodyFields fields = new BodyFields(body, "");
        fields.requireOnly(List.of("parts", "reason"));
        List<BodyFields> named = fields.objects("parts", Splitting.MOST_PARTS);
        List<Changes> parts = (named == null ? List.<BodyFields>of() : named)
                .stream().map(DecisionReader::changes).toList();
        String reason = DecisionReader.reason(fields);
        return change(id, version, event -> {
            List<Changes> resolved =
                    parts.stream().map(part -> choices.resolve(event, part)).toList();
            return splitting.split(event, resolved, nextPart(id), editor(by), reason);
        });
    }

    private int nextPart(String id) {
        int number = 1;
        while (store.find(id + "-p" + number).isPresent()) {
            number++;
        }
        return number;
    }

    /** Proves an event by a passage of another report, or by another passage of its own. */
    public Event addSource(String id, int version, JsonNode body, String by) {
        BodyFields fields = new BodyFields(body, "");
        fields.requireOnly(PASSAGE);
        Passages.Passage passage = passages.read(fields);
        return change(id, version, event -> {
            Reviews.requireStanding(event);
            return List.of(passages.withSource(event, passage, editor(by), DecisionReader.reason(fields)));
        });
    }

    /** Adds an event that coding passed over. */
    public Event add(JsonNode body, String by) {
        BodyFields fields = new BodyFields(body, "");
        List<String> members = new ArrayList<>(PASSAGE);
        members.addAll(DecisionReader.CHANGES);
        members.add("changes");
        fields.requireOnly(members);
        Passages.Passage passage = passages.read(fields);
        Changes changes = DecisionReader.changes(
                fields.has("changes")
                        ? fields.object("changes", DecisionReader.CHANGES)
                        : fields.only(DecisionReader.CHANGES));
        Editor editor = editor(by);
        Event proposed = passages.event(
                passage, ReportEvents.nextAdded(store, passage.report().id()), editor);
        Event event = reviews.correct(proposed, choices.resolve(proposed, changes), editor);
        store.addVersions(List.of(event));
        return store.find(event.id()).orElse(event);
    }

    /** Undoes the last change that still stands; as often as there is one. */
    public Event undo(String id, int version, JsonNode body, String by) {
        BodyFields fields = new BodyFields(body, "");
        fields.requireOnly(List.of("reason"));
        String reason = DecisionReader.reason(fields);
        Event current = get(id, version);
        List<Event> versions = store.listVersions(id);
        Undoings undoings = Undoings.of(versions);
        int last = undoings.findLast()
                .orElseThrow(() ->
                        RefusedChangeException.of("action", "cannot be taken: nothing is left to undo of event " + id));
        Optional<String> member = undoings.findMember(last);
        if (member.isPresent() || undoings.isMergeInto(last)) {
            try {
                merges.undo(member.orElse(id), id, by, Objects.requireNonNullElse(reason, "undone"));
            } catch (IllegalStateException faster) {
                throw stale(id, faster);
            }
            return store.find(id).orElse(current);
        }
        Event after = versions.get(last);
        Event before = versions.get(last - 1);
        return change(id, version, event -> {
            List<Event> next = new ArrayList<>();
            next.add(merges.workOut(Undo.of(event, before, after, editor(by), reason)));
            after.identity().links().stream()
                    .filter(link -> link.type().equals(Event.SPLIT_INTO)
                            && !before.identity().links().contains(link))
                    .forEach(link -> next.add(withdrawnPart(link.target(), id, editor(by))));
            return next;
        });
    }

    private Event withdrawnPart(String part, String from, Editor editor) {
        Event standing = store.find(part).orElseThrow();
        if (standing.isWithdrawn() && !standing.successors().isEmpty()) {
            throw RefusedChangeException.of(
                    "action",
                    "cannot be taken: the part " + part + " is merged or split itself; undo that first",
                    "undo of " + part);
        }
        return Splitting.withdrawn(standing, from, editor);
    }

    private Event change(String id, int version, Function<Event, List<Event>> change) {
        Event current = get(id, version);
        List<Event> next = change.apply(current);
        try {
            store.addVersions(next);
        } catch (IllegalStateException faster) {
            throw stale(id, faster);
        }
        return store.find(id).orElse(next.getFirst());
    }

    private Event get(String id, int version) {
        Event current = store.find(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no event \"" + id + "\" here."));
        if (current.version() != version) {
            throw new StaleVersionException(current);
        }
        return current;
    }

    private StaleVersionException stale(String id, @Nullable IllegalStateException cause) {
        StaleVersionException stale = new StaleVersionException(
                store.find(id).orElseThrow(() -> new IllegalStateException("event " + id + " is gone", cause)));
        stale.initCause(cause);
        return stale;
    }

    private Editor editor(String by) {
        return new Editor(by, clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
