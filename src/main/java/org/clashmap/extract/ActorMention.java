package org.clashmap.extract;

import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An actor in a text.
 *
 * @param associate a unit or group named within the actor ("81st brigade", "Chinese nationals in Russian ranks"), or null
 * @param side the country code or the actor name of the party it fights or speaks for, or null
 */
public record ActorMention(
        Span span,
        Actor actor,
        @Nullable String associate,
        @Nullable String side) {}
