package org.clashmap.extract;

import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An actor in a text.
 *
 * @param associate a unit or group named within the actor ("81st brigade", "Chinese nationals"), or null
 * @param side the country code or the actor name of the party it fights or speaks for, or null
 */
public record ActorMention(
        Span span,
        Actor actor,
        @Nullable String associate,
        @Nullable String side,
        Kind kind) {
    /** How the words name the actor. */
    public enum Kind {
        /** By a name, or a nationality with a noun: "RSF", "Russian drones". */
        NAMED,
        /** By a noun alone: "residents", "the army", "gunmen". */
        DESCRIBED,
        /** By a capital, a building or a country for its government: "Kyiv denied". */
        METONYM,
        /** By a word that points back or to the speaker's side: "its forces", "they", "the enemy". */
        ANAPHOR
    }

    public ActorMention(Span span, Actor actor, @Nullable String associate, @Nullable String side) {
        this(span, actor, associate, side, Kind.NAMED);
    }
}
