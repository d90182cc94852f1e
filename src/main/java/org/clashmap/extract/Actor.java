package org.clashmap.extract;

import org.jspecify.annotations.Nullable;

/**
 * An actor of the actor list.
 *
 * @param name the coded name, such as {@code Military Forces of Ukraine (2019-)}
 * @param category {@code state_forces}, {@code government}, {@code rebel}, {@code militia}, {@code rioters},
 *     {@code protesters}, {@code civilians}, {@code external}, {@code other}
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
        UNIDENTIFIED
    }
}
