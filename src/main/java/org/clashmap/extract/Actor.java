package org.clashmap.extract;

import org.clashmap.extract.actor.ActorList;
import org.jspecify.annotations.Nullable;

/**
 * An actor of the actor list.
 *
 * @param name the coded name, such as {@code Military Forces of Ukraine (2019-)}; without a country ("Civilians", "Military
 *     Forces") while the text does not say whose, see {@link ActorList#placed}
 * @param country ISO 3166-1 alpha-2 of the state it belongs to or acts in, or null
 */
public record Actor(
        String name, Category category, @Nullable String country) {
    /** What kind of actor. */
    public enum Category {
        STATE_FORCES,
        GOVERNMENT,
        REBEL,
        POLITICAL_MILITIA,
        IDENTITY_MILITIA,
        RIOTERS,
        PROTESTERS,
        CIVILIANS,
        PERSON,
        ORGANISATION,
        UNIDENTIFIED;

        /** Bears arms: a possible party to a fight. */
        public boolean isArmed() {
            return this == STATE_FORCES
                    || this == REBEL
                    || this == POLITICAL_MILITIA
                    || this == IDENTITY_MILITIA
                    || this == UNIDENTIFIED;
        }
    }
}
