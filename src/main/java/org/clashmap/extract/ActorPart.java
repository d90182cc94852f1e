package org.clashmap.extract;

import java.util.Locale;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An actor's part in an act.
 *
 * @param actor with its country filled in from the country of the event where the text leaves it open
 * @param mention the words it was read from, or null when it was inferred
 * @param associate a unit or group named within the actor, or null
 * @param inferred not in the text: the known opponent in a war, the civilians of a bombed town, an unknown group
 */
public record ActorPart(
        Actor actor,
        Role role,
        @Nullable Span mention,
        @Nullable String associate,
        boolean inferred) {
    /** What an actor does in an act, in the words of the event schema. */
    public enum Role {
        INITIATOR,
        TARGET,
        /** One of two sides that do the same. */
        PARTICIPANT,
        AFFECTED,
        SPEAKER;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ActorPart read(ActorMention mention, Actor actor, Role role) {
        return new ActorPart(actor, role, mention.span(), mention.associate(), false);
    }

    public static ActorPart inferred(Actor actor, Role role) {
        return new ActorPart(actor, role, null, null, true);
    }
}
