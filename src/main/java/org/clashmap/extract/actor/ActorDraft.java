package org.clashmap.extract.actor;

import org.clashmap.extract.Actor;
import org.clashmap.extract.actor.ActorLexicon.NounClass;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An actor phrase before it is known whom it means.
 *
 * @param sentence index of its sentence
 * @param noun what the phrase is headed by, null for a named group or person and for pronouns
 * @param iso2 the nationality given with it, or null
 * @param named the actor named outright, or null
 * @param associate a unit or nationality within, or null
 * @param pointer how it points at something said elsewhere
 * @param people true for people ("Chinese soldiers"), false for things and bodies ("Chinese jets")
 */
record ActorDraft(
        int sentence,
        Span span,
        @Nullable NounClass noun,
        @Nullable String iso2,
        @Nullable Actor named,
        @Nullable String associate,
        Pointer pointer,
        boolean people) {
    enum Pointer {
        /** Says itself whom it means, or nothing does. */
        NONE,
        /** A state named for its government. */
        METONYM,
        /** "its forces", "their fighters". */
        POSSESSIVE,
        /** "they", "it". */
        PRONOUN
    }
}
