package org.clashmap.event.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person may decide about an event. */
public enum ReviewAction {
    /** It is right as it stands, or as corrected in the same breath. */
    ACCEPT,
    CORRECT,
    /** It is no event, or not one to keep. */
    REJECT,
    /** It was shown and is taken back. */
    WITHDRAW,
    /** Back into review. */
    REOPEN,
    PUBLISH,
    /** Right, but not to be shown. */
    HOLD,
    ASSIGN,
    /** A publishing rule does not apply to it, for a written reason. */
    LOOSEN;

    /** Its word on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReviewAction> find(String word) {
        return Arrays.stream(values())
                .filter(action -> action.wire().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return words(Arrays.asList(values()));
    }

    static List<String> words(List<ReviewAction> actions) {
        return actions.stream().map(ReviewAction::wire).toList();
    }
}
