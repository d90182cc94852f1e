package org.clashmap.exchange.incoming;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column can say about an event. The word in a preset is the constant's name in small letters. */
enum Field {
    /** The record's id where it comes from; without one the row's content is its id. */
    EXTERNAL_ID,
    /** The source's own group of reports on one event. */
    CLUSTER_ID,
    TITLE,
    NOTES,
    /** A list. */
    TAGS,
    DATE,
    DATE_START,
    DATE_END,
    /** Days that the event may lie before the date given. */
    DAYS_BEFORE,
    /** Filled when the event lies at an unknown time before the date given. */
    BEFORE,
    TIME_PRECISION,
    DATE_PREC,
    TIME_OF_DAY,
    EVENT_TYPE,
    SUB_EVENT_TYPE,
    RECORD_TYPE,
    TIER,
    EVENT_CLARITY,
    CIVILIAN_TARGETING,
    TYPE_OF_VIOLENCE,
    CAMEO_CODE,
    QUAD_CLASS,
    GOLDSTEIN,
    PLOVER_EVENT,
    PLOVER_MODE,
    /** A list. */
    PLOVER_CONTEXT,
    ACTOR1,
    ASSOC_ACTOR_1,
    INTER1,
    ACTOR1_COUNTRY,
    ACTOR2,
    ASSOC_ACTOR_2,
    INTER2,
    ACTOR2_COUNTRY,
    SIDE_A,
    SIDE_B,
    FATALITIES,
    LOW,
    BEST,
    HIGH,
    DEATHS_A,
    DEATHS_B,
    DEATHS_CIVILIANS,
    DEATHS_UNKNOWN,
    INJURED,
    CAPTURED,
    DISPLACED,
    ATTACK_COUNT,
    LOCATION,
    PLACE_TEXT,
    COUNTRY,
    ISO3,
    ADMIN1,
    ADMIN2,
    ADMIN3,
    LATITUDE,
    LONGITUDE,
    GEO_PRECISION,
    WHERE_PREC,
    GEO_LEVEL,
    UNCERTAINTY_M,
    /** A list of publishers. */
    SOURCES,
    /** A list, one for each publisher or one for all. */
    SOURCE_URLS,
    SOURCE_TITLE,
    SOURCE_DATE,
    /** UCDP's list of articles in one cell: {@code "publisher,day,headline";…}. */
    ARTICLES,
    LANGUAGE,
    SOURCE_SCALE,
    NUMBER_OF_SOURCES,
    INDEPENDENT_SOURCES,
    /** When the source last changed the record. */
    UPDATED,
    CERTAINTY,
    VERIFICATION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> find(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Field::word).collect(Collectors.joining(", "));
    }
}
