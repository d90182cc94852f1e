package org.clashmap.event.publish;

import java.util.Locale;
import java.util.Set;
import org.clashmap.event.Event;

/** Which events readers see at all, by what people have decided about them. */
public enum Release {
    /** Nothing that no person accepted. */
    ACCEPTED,
    /** Also what the machine coded and nobody has looked at; for a personal installation. */
    ALL;

    private static final Set<String> DECIDED = Set.of("accepted", "published", "gold");

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word; the message names those that are known */
    public static Release parse(String word) {
        return switch (word) {
            case "accepted" -> ACCEPTED;
            case "all" -> ALL;
            default -> throw new IllegalArgumentException("accepted or all");
        };
    }

    boolean includes(Event event) {
        return !event.isWithdrawn()
                && (this == ALL || DECIDED.contains(event.editorial().review().status()));
    }

    /** Whether the words of a report about an event may be read once its rules allow it: somebody has looked at them. */
    boolean hasSeen(Event event) {
        return switch (event.editorial().review().status()) {
            case "retracted" -> false;
            case "accepted", "published", "gold", "rejected" -> true;
            default -> this == ALL || event.isWithdrawn();
        };
    }
}
