package org.clashmap.event.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about an event.
 *
 * @param reason in the person's words, or null
 * @param reasonCode why it is rejected, or null
 */
public record Decision(
        ReviewAction action,
        @Nullable String reason,
        @Nullable String reasonCode,
        Changes changes) {
    /** Why an event is rejected, in the order of the desk's keys. */
    public static final List<String> REASON_CODES =
            List.of("not_an_event", "wrong_place", "wrong_type", "duplicate", "past_or_hypothetical");

    public static Decision of(ReviewAction action) {
        return new Decision(action, null, null, Changes.NONE);
    }

    public static Decision correct(Changes changes) {
        return new Decision(ReviewAction.CORRECT, null, null, changes);
    }

    /** Code and words together, or null when neither is given. */
    @Nullable
    String grounds() {
        if (reasonCode == null) {
            return reason;
        }
        return reason == null ? reasonCode : reasonCode + ": " + reason;
    }
}
