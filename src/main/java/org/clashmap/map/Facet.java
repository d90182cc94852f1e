package org.clashmap.map;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what events are counted, and the properties that a filter may name values of. */
public enum Facet {
    DAY(true),
    /** By its Monday. */
    WEEK(true),
    MONTH(true),
    YEAR(true),
    EVENT_TYPE(false),
    SUB_EVENT_TYPE(false),
    ACTOR(false),
    COUNTRY(false),
    ADMIN1(false),
    PRECISION(false),
    REVIEW_STATUS(false),
    SOURCE(false),
    LANGUAGE(false);

    private final boolean time;

    Facet(boolean time) {
        this.time = time;
    }

    /** Whether it counts by the event's day. */
    public boolean isTime() {
        return time;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> find(String wire) {
        return Arrays.stream(values())
                .filter(facet -> facet.wire().equals(wire))
                .findFirst();
    }
}
