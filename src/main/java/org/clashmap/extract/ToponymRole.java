package org.clashmap.extract;

import java.util.Locale;

/** What a place name does where it stands. Only {@link #LITERAL} places can carry an event. */
public enum ToponymRole {
    /** A place where something is or happens. */
    LITERAL,
    /** A capital, a country or a building for its government, army or team. */
    METONYM,
    /** People or things of a place: "Chinese", "Ukrainians". */
    DEMONYM,
    /** Part of a person's name. */
    PERSON,
    /** Part of an organisation's, unit's or publication's name. */
    ORGANISATION,
    /** The place of writing at the head of a report. */
    DATELINE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
