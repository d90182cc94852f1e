package org.clashmap.event.publish;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a mark on an event asks for before it is public.
 *
 * @param delay from the end of the event's last day, in UTC
 * @param blur the place at best
 * @param date the day at best
 * @param withheld what is not shown at all
 * @param because why, as words that end a notice: "since exact positions of troops can cost lives"
 */
public record Rule(Duration delay, Blur blur, Coarseness date, Set<Fact> withheld, String because) {
    public Rule {
        withheld = Set.copyOf(withheld);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay of " + delay + " is below 0");
        }
    }

    static Rule of(int delayHours, Blur blur, Coarseness date, String because, Fact... withheld) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        facts.addAll(Set.of(withheld));
        return new Rule(Duration.ofHours(delayHours), blur, date, facts, because);
    }
}
