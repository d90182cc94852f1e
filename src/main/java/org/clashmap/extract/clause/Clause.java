package org.clashmap.extract.clause;

import org.clashmap.text.Span;

/**
 * A clause of a sentence.
 *
 * @param span from its first to its last word; a clause that goes on after an inserted one covers it
 * @param parent index of the clause it depends on, or -1
 */
public record Clause(Span span, Link link, int parent) {
    /** How a clause hangs on the sentence. */
    public enum Link {
        MAIN,
        /** What is said, thought, feared, denied. */
        CONTENT,
        CONDITION,
        QUESTION,
        PURPOSE,
        SINCE,
        TIME,
        REASON,
        RELATIVE,
        /** Names the speaker: "the governor said". */
        SPEECH
    }
}
