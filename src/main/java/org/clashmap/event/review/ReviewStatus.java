package org.clashmap.event.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clashmap.event.Event;

/** Where an event stands in its review, and what may be done to it there. */
public enum ReviewStatus {
    /** Proposed by the program. */
    MACHINE,
    IN_REVIEW,
    ACCEPTED,
    PUBLISHED,
    REJECTED,
    RETRACTED,
    /** Coded by hand for measuring. */
    GOLD;

    private static final List<ReviewAction> OPEN = List.of(
            ReviewAction.ACCEPT,
            ReviewAction.CORRECT,
            ReviewAction.REJECT,
            ReviewAction.HOLD,
            ReviewAction.ASSIGN,
            ReviewAction.LOOSEN);

    private static final Map<ReviewStatus, List<ReviewAction>> ALLOWED = Map.of(
            MACHINE,
            OPEN,
            IN_REVIEW,
            OPEN,
            ACCEPTED,
            List.of(
                    ReviewAction.CORRECT,
                    ReviewAction.REJECT,
                    ReviewAction.WITHDRAW,
                    ReviewAction.REOPEN,
                    ReviewAction.PUBLISH,
                    ReviewAction.HOLD,
                    ReviewAction.ASSIGN,
                    ReviewAction.LOOSEN),
            PUBLISHED,
            List.of(
                    ReviewAction.CORRECT,
                    ReviewAction.WITHDRAW,
                    ReviewAction.REOPEN,
                    ReviewAction.HOLD,
                    ReviewAction.ASSIGN,
                    ReviewAction.LOOSEN),
            REJECTED,
            List.of(ReviewAction.REOPEN),
            RETRACTED,
            List.of(ReviewAction.REOPEN),
            GOLD,
            List.of(
                    ReviewAction.CORRECT,
                    ReviewAction.WITHDRAW,
                    ReviewAction.REOPEN,
                    ReviewAction.HOLD,
                    ReviewAction.LOOSEN));

    /** Its word on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word that is none of them is taken for a proposal. */
    public static ReviewStatus of(Event event) {
        String word = event.editorial().review().status();
        for (ReviewStatus status : values()) {
            if (status.wire().equals(word)) {
                return status;
            }
        }
        return MACHINE;
    }

    public List<ReviewAction> allowed() {
        return ALLOWED.getOrDefault(this, List.of());
    }
}
