package org.clashmap.extract.trigger;

import org.clashmap.extract.Act;
import org.clashmap.extract.Factuality;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fits at a word of a sentence.
 *
 * @param first first token of what the rule matched
 * @param last last token
 * @param reads a factuality the rule fixes, or null
 */
record TriggerMatch(
        int head,
        int first,
        int last,
        TriggerReading reading,
        Act act,
        @Nullable Factuality reads) {
    TriggerMatch from(int earlier) {
        return new TriggerMatch(head, earlier, last, reading, act, reads);
    }

    boolean contains(TriggerMatch other) {
        return first <= other.first && other.last <= last;
    }

    boolean isNoun() {
        return reading == TriggerReading.NOUN;
    }
}
