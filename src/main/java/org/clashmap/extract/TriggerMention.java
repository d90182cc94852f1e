package org.clashmap.extract;

import org.clashmap.text.Span;

/**
 * A word or phrase that names an act, with how the text treats it.
 *
 * @param span the trigger itself
 * @param clause the clause it stands in; place, time, actors and counts of the act are looked for here first
 */
public record TriggerMention(Span span, Span clause, Act act, Form form, Factuality factuality) {
    /** How the act is expressed. */
    public enum Form {
        ACTIVE_VERB,
        PASSIVE_VERB,
        NOUN
    }
}
