package org.clashmap.extract.trigger;

import org.clashmap.extract.TriggerMention;

/** How a word that may be a trigger stands in its sentence. */
enum TriggerReading {
    /** A finite verb, or a participle that goes with one: "struck", ", killing two". */
    ACTIVE,
    PASSIVE,
    /** After "to", an auxiliary or another verb: depends on what governs it. */
    INFINITIVE,
    /** A future that is one word: perfective in Ukrainian and Russian. */
    FUTURE,
    /** "attaquerait", "atacaría". */
    CONDITIONAL,
    /** A participle before its noun: "the captured soldiers". */
    ATTRIBUTIVE,
    NOUN;

    TriggerMention.Form form() {
        return switch (this) {
            case ACTIVE, INFINITIVE, FUTURE, CONDITIONAL -> TriggerMention.Form.ACTIVE_VERB;
            case PASSIVE, ATTRIBUTIVE -> TriggerMention.Form.PASSIVE_VERB;
            case NOUN -> TriggerMention.Form.NOUN;
        };
    }

    boolean isVerb() {
        return this == ACTIVE || this == PASSIVE;
    }
}
