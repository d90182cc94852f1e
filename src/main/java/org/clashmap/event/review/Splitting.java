package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.Supplement;
import org.jspecify.annotations.Nullable;

/** Parts one event into several, which a person names; the event stays as a tombstone that leads to its parts. */
final class Splitting {
    /** From a part to the event it came from. */
    static final String FROM = "split_from";

    static final int MOST_PARTS = 20;

    private final Reviews reviews;

    Splitting(Reviews reviews) {
        this.reviews = reviews;
    }

    /** The event without its old state, then its parts, all to be kept at once. */
    List<Event> split(Event event, List<Changes> parts, int firstNumber, Editor editor, @Nullable String reason) {
        Reviews.requireStanding(event);
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            throw RefusedChangeException.of(
                    "parts",
                    parts.size() < 2 ? "names fewer than two parts" : "names " + parts.size() + " parts",
                    "a list of 2 to " + MOST_PARTS + " changes, one for each part");
        }
        if (event.isWithdrawn()) {
            throw RefusedChangeException.of(
                    "parts",
                    "cannot be made: the event is " + event.editorial().review().status() + "; reopen it first");
        }
        List<Event> made = new ArrayList<>();
        List<Event.Link> links = new ArrayList<>(event.identity().links());
        for (int i = 0; i < parts.size(); i++) {
            Event part = part(event, parts.get(i), event.id() + "-p" + (firstNumber + i), editor);
            made.add(part);
            links.add(new Event.Link(Event.SPLIT_INTO, part.id()));
        }
        String words = "split into " + parts.size() + " events";
        Event stays = event.withLinks(links)
                .withVersion(
                        event.version() + 1,
                        history(
                                event.editorial(),
                                event.version() + 1,
                                "split",
                                editor,
                                reason == null ? words : words + ": " + reason));
        made.addFirst(stays);
        return made;
    }

    private Event part(Event event, Changes changes, String id, Editor editor) {
        if (changes.assignee() != null) {
            throw RefusedChangeException.of("parts[].assignee", "means nothing here; assign the parts afterwards");
        }
        Event corrected = reviews.correct(event, changes, editor);
        List<Event.Link> links = new ArrayList<>(event.identity().links().stream()
                .filter(link -> link.type().equals("part_of"))
                .toList());
        links.add(new Event.Link(FROM, event.id()));
        Event.Review review = new Event.Review("accepted", editor.by(), editor.at(), null);
        return new Event(
                new Event.Identity(
                        id, 1, event.identity().groupId(), event.identity().parentId(), links),
                corrected.what(),
                corrected.when(),
                corrected.where(),
                corrected.who(),
                corrected.toll(),
                corrected.account(),
                new Event.Editorial(
                        review,
                        corrected.editorial().sensitivity(),
                        List.of(new Event.Change(1, editor.at(), editor.by(), "create", "a part of " + event.id()))),
                Supplement.NONE);
    }

    /** A part whose event stands again. */
    static Event withdrawn(Event part, String from, Editor editor) {
        // Not the part's own change, so nothing that could be undone of the part alone.
        String words = "the split of " + from + " was undone";
        Event.Editorial told = history(part.editorial(), part.version() + 1, "split", editor, words);
        Event.Review review = new Event.Review("retracted", editor.by(), editor.at(), words);
        return part.withVersion(part.version() + 1, new Event.Editorial(review, told.sensitivity(), told.history()));
    }

    static Event.Editorial history(
            Event.Editorial before, int version, String action, Editor editor, @Nullable String reason) {
        return before.after(new Event.Change(version, editor.at(), editor.by(), action, reason));
    }
}
