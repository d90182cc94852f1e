package org.clashmap.event.publish;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a rule may keep back of an event. */
public enum Fact {
    /** Names of persons and groups, and with them all words of reports. */
    NAMES("names"),
    /** Words of reports: quotes, claims, titles, notes, the place as written. */
    QUOTES("words of the report"),
    /** How many were killed, hurt, captured, displaced. */
    COUNTS("counts"),
    /** Who published or said it, and with that all words of reports. */
    SOURCE("source"),
    /** The imported row as it came, and its notes. */
    ROW("imported row"),
    /** The event itself. */
    EVENT("event");

    private final String words;

    Fact(String words) {
        this.words = words;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a notice. */
    String words() {
        return words;
    }

    /** @throws IllegalArgumentException for a word that is not known; the message names those that are */
    static Fact parse(String word) {
        for (Fact fact : values()) {
            if (fact.wire().equals(word)) {
                return fact;
            }
        }
        throw new IllegalArgumentException(
                Arrays.stream(values()).map(Fact::wire).collect(Collectors.joining(", ")));
    }
}
