package org.clashmap.api.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a caller may do. Each role includes those before it. */
public enum Role {
    /** Anybody, without a token: sees what is published. */
    READER,
    /** Sees everything exactly, and hands in reports. */
    CONTRIBUTOR,
    /** Corrects, accepts and rejects. */
    REVIEWER,
    /** Publishes, holds back and loosens a rule for one event. */
    PUBLISHER,
    /** Settings, and all of the above. */
    ADMINISTRATOR;

    /** The words that a token may have, for messages. */
    public static final String FOR_TOKENS =
            Arrays.stream(values()).skip(1).map(Role::wire).collect(Collectors.joining(", "));

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word; the message names those that are known */
    public static Role parse(String word) {
        for (Role role : values()) {
            if (role.wire().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                Arrays.stream(values()).map(Role::wire).collect(Collectors.joining(", ")));
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
