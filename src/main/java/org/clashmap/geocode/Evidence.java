package org.clashmap.geocode;

import java.util.Locale;

/**
 * What speaks for or against a candidate. A candidate's score is the sum of its evidence, each times a weight learnt from
 * texts with known places ({@link Weights}); a difference of 1 makes a candidate 2.7 times as likely.
 */
enum Evidence {
    /** The name is the place's main one (0 or 1). */
    MAIN_NAME,
    FORMER_NAME,
    OCCUPATION_NAME,
    /** An inflected form, a romanised one, one that agrees only in its skeleton or stem (0 or 1 each). */
    INFLECTED,
    ROMANISED,
    SKELETON,
    STEM,

    /** Kinds of place (0 or 1 each); a populated place without a rank has none of these. */
    COUNTRY,
    CAPITAL,
    SEAT_OF_UNIT,
    PART_OF_TOWN,
    FIRST_ORDER_UNIT,
    SECOND_ORDER_UNIT,
    FORMER_UNIT,
    /** A unit that a settlement in it, also a candidate, gives its name to. */
    UNIT_OF_CANDIDATE,
    REGION,
    WATER,
    AIRFIELD,
    OTHER_KIND,
    /** Decades of the population of a settlement; of a unit. */
    POPULATION,
    UNIT_POPULATION,

    /** It is of the kind the words around the name say; of another kind; a unit that a front is called after. */
    KIND_AS_TOLD,
    KIND_NOT_AS_TOLD,
    FRONT_OF_UNIT,
    /** A capital or country where the name stands for a government. */
    SEAT_OF_POWER,

    /** Its country has seen war in the last ten years (0–1, {@link org.clashmap.gazetteer.CountriesAtWar}). */
    COUNTRY_AT_WAR,
    /** Its country is named in the text (0 or 1), told with the text (0 or 1), and the share of other names in it. */
    COUNTRY_NAMED,
    COUNTRY_TOLD,
    COUNTRY_SHARE,
    /** The same of its first-order unit. */
    UNIT_NAMED,
    UNIT_SHARE,
    /** It lies in the unit the text names with it, fading across the border; it lies outside it (0–1 each). */
    INSIDE_NAMED_UNIT,
    OUTSIDE_NAMED_UNIT,
    /** The text names it as what another place lies in (0 or 1). */
    HOLDS_NAMED_PLACE,
    /** Nearness of another name's likely place, on the scale of a district and of a country (0–1 each). */
    NEAR_ANOTHER,
    SAME_PART_OF_THE_WORLD,
    /** The text says elsewhere what this name means (0–1). */
    SAME_SENSE,
    /** Nearness of recent events that were told with the text (0–1). */
    NEAR_RECENT_EVENTS,

    /** For the answer that none of the candidates is meant: always 1, and how much of the text is about one country. */
    NONE,
    NONE_IN_FOCUSED_TEXT;

    static final int COUNT = values().length;

    /** Its place in an array of evidence; never stored. */
    @SuppressWarnings("EnumOrdinal")
    int column() {
        return ordinal();
    }

    /** Its name in the table of weights. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
