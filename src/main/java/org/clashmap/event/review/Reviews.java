package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.Recoding;
import org.clashmap.gazetteer.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an event and a person's decision the next version, with an entry in its history. Keeps nothing. Safe for many
 * threads.
 */
public final class Reviews {
    /** The mark of an event that a person holds back. */
    public static final String HELD = "held";

    private static final String WITHHELD = "withheld";

    private final Corrections corrections;

    public Reviews(Gazetteer gazetteer) {
        this.corrections = new Corrections(gazetteer);
    }

    /**
     * The next version.
     *
     * @throws RefusedChangeException when the state of the event or its parts do not bear the decision
     */
    public Event decide(Event event, Decision decision, Editor editor) {
        check(event, decision);
        Event corrected = decision.changes().isEmpty() || decision.action() == ReviewAction.ASSIGN
                ? event
                : corrections.apply(event, decision.changes(), editor);
        Event.Editorial editorial = corrected.editorial();
        Event.Sensitivity sensitivity = sensitivity(editorial.sensitivity(), decision);
        Event.Review review = review(event, decision, editor);
        Event.Change change = new Event.Change(
                event.version() + 1, editor.at(), editor.by(), historyWord(decision), historyReason(decision));
        return corrected.withVersion(
                event.version() + 1, new Event.Editorial(review, sensitivity, editorial.history()).after(change));
    }

    /** The corrected parts alone, without a new version: for what a person adds. */
    Event correct(Event event, Changes changes, Editor editor) {
        return changes.isEmpty() ? event : corrections.apply(event, changes, editor);
    }

    private static void check(Event event, Decision decision) {
        requireStanding(event);
        ReviewAction action = decision.action();
        ReviewStatus status = ReviewStatus.of(event);
        if (!status.allowed().contains(action)) {
            throw RefusedChangeException.of(
                    "action",
                    "is \"" + action.wire() + "\", which an event that is " + status.wire() + " cannot take",
                    ReviewAction.words(status.allowed()));
        }
        Changes changes = decision.changes();
        switch (action) {
            case CORRECT -> {
                if (changes.isEmpty()) {
                    throw RefusedChangeException.of(
                            "changes", "is empty; say what is to be corrected", DecisionReader.CHANGES);
                }
            }
            case ACCEPT -> {
                // with or without changes
            }
            case ASSIGN -> {
                if (!changes.isAssignmentOnly()) {
                    throw RefusedChangeException.of("changes", "must hold the assignee, and nothing else", "assignee");
                }
            }
            case REJECT, WITHDRAW, REOPEN, PUBLISH, HOLD, LOOSEN -> {
                if (!changes.isEmpty()) {
                    throw RefusedChangeException.of(
                            "changes", "goes with accept, correct or assign, not with " + action.wire());
                }
            }
        }
        if (action == ReviewAction.LOOSEN
                && event.editorial().sensitivity().reasons().contains(HELD)) {
            throw RefusedChangeException.of(
                    "action",
                    "is \"loosen\", but a person holds the event back; reopen or publish it first",
                    "publish",
                    "reopen");
        }
        requireReason(decision);
    }

    /** What is merged into another event, or parted into others, is decided there or undone first. */
    static void requireStanding(Event event) {
        for (Event.Link link : event.identity().links()) {
            if (event.isWithdrawn() && link.type().equals(Event.MERGED_INTO)) {
                throw RefusedChangeException.of(
                        "action",
                        "cannot be taken: the event is merged into " + link.target()
                                + "; decide about that one, or undo the merge",
                        "undo");
            }
            if (event.isWithdrawn() && link.type().equals(Event.SPLIT_INTO)) {
                throw RefusedChangeException.of(
                        "action",
                        "cannot be taken: the event is split into parts such as " + link.target()
                                + "; decide about these, or undo the split",
                        "undo");
            }
        }
    }

    private static void requireReason(Decision decision) {
        boolean needed = switch (decision.action()) {
            case REJECT, WITHDRAW, HOLD, LOOSEN -> true;
            case ACCEPT, CORRECT, REOPEN, PUBLISH, ASSIGN -> false;
        };
        if (needed && decision.grounds() == null) {
            throw RefusedChangeException.of(
                    decision.action() == ReviewAction.REJECT ? "reason_code" : "reason",
                    "is missing; say why, since it is kept in the history",
                    decision.action() == ReviewAction.REJECT ? Decision.REASON_CODES : List.of("a text"));
        }
    }

    private static Event.Review review(Event event, Decision decision, Editor editor) {
        Event.Review before = event.editorial().review();
        ReviewStatus now = ReviewStatus.of(event);
        ReviewStatus next = switch (decision.action()) {
            case ACCEPT -> ReviewStatus.ACCEPTED;
            case CORRECT -> now == ReviewStatus.PUBLISHED || now == ReviewStatus.GOLD ? now : ReviewStatus.ACCEPTED;
            case REJECT -> ReviewStatus.REJECTED;
            case WITHDRAW -> ReviewStatus.RETRACTED;
            case REOPEN -> ReviewStatus.IN_REVIEW;
            case PUBLISH -> ReviewStatus.PUBLISHED;
            case HOLD -> ReviewStatus.ACCEPTED;
            case ASSIGN -> now == ReviewStatus.MACHINE ? ReviewStatus.IN_REVIEW : now;
            case LOOSEN -> now;
        };
        Event.Readers readers = before.readers();
        String assignee = decision.changes().assignee();
        if (assignee != null) {
            readers = new Event.Readers(assignee.isEmpty() ? null : assignee, readers.first(), readers.second());
        }
        if (decision.action() == ReviewAction.ASSIGN || decision.action() == ReviewAction.LOOSEN) {
            return new Event.Review(next.wire(), before.reviewer(), before.reviewedAt(), before.reason(), readers);
        }
        return new Event.Review(next.wire(), editor.by(), editor.at(), decision.grounds(), readers);
    }

    /** Held is withheld by a person; what comes out of it has the level its marks ask for. */
    private static Event.Sensitivity sensitivity(Event.Sensitivity before, Decision decision) {
        boolean held = before.reasons().contains(HELD);
        if (decision.action() == ReviewAction.LOOSEN) {
            return before.loosen();
        }
        if (decision.action() == ReviewAction.HOLD && !held) {
            List<String> reasons = new ArrayList<>(before.reasons());
            reasons.add(HELD);
            return new Event.Sensitivity(WITHHELD, reasons, before.notice(), List.of(), before.shown());
        }
        boolean released = decision.action() == ReviewAction.PUBLISH || decision.action() == ReviewAction.REOPEN;
        if (held && released) {
            List<String> reasons =
                    before.reasons().stream().filter(r -> !r.equals(HELD)).toList();
            return with(before, Recoding.levelOf(reasons), reasons);
        }
        return before;
    }

    private static Event.Sensitivity with(Event.Sensitivity before, String level, List<String> reasons) {
        return new Event.Sensitivity(level, reasons, before.notice(), before.loosened(), before.shown());
    }

    /** The word of the history; the schema lists them. */
    private static String historyWord(Decision decision) {
        return switch (decision.action()) {
            case ACCEPT -> decision.changes().isEmpty() ? "accept" : "edit";
            case CORRECT -> "edit";
            case WITHDRAW -> "retract";
            case REJECT, REOPEN, PUBLISH, HOLD, ASSIGN, LOOSEN ->
                decision.action().wire();
        };
    }

    private static @Nullable String historyReason(Decision decision) {
        String grounds = decision.grounds();
        List<String> parts = decision.changes().parts();
        if (parts.isEmpty()) {
            return grounds;
        }
        String assignee = decision.changes().assignee();
        String words = decision.action() == ReviewAction.ASSIGN
                ? Objects.requireNonNullElse(assignee, "").isEmpty() ? "assigned to nobody" : "assigned to " + assignee
                : "corrected " + String.join(", ", parts);
        return grounds == null ? words : words + ": " + grounds;
    }
}
