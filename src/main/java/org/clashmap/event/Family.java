package org.clashmap.event;

/** Acts that can be two tellings of one event, or parts of it. */
enum Family {
    /** Shelling, strikes, bombs: violence from afar. */
    REMOTE,
    /** Fighting on the ground. */
    GROUND,
    /** Who holds what. */
    CONTROL,
    /** Violence against people who do not fight. */
    CIVILIANS,
    /** Fighters taken prisoner. */
    CAPTURE,
    DEMONSTRATION,
    /** Arrests, looting, bases, weapons seized: developments on the ground. */
    DEVELOPMENT,
    /** Acts between governments and groups: talks, summonses, agreements. */
    DIPLOMACY,
    /** Words that are acts only of speech. */
    SPEECH,
    /** What an act did to people or things; an act of its own only when no other is told. */
    EFFECT;

    boolean isViolent() {
        return switch (this) {
            case REMOTE, GROUND, CONTROL, CIVILIANS, DEMONSTRATION -> true;
            case CAPTURE, DEVELOPMENT, DIPLOMACY, SPEECH, EFFECT -> false;
        };
    }
}
