package org.clashmap.event.review;

import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a person knows them; those that are null stay as they are.
 *
 * @param fatalities the conservative figure; where only the deaths are given it is their lowest
 */
public record CountChanges(
        @Nullable Figure<Integer> fatalities,
        @Nullable Figure<Event.Estimate> deaths,
        @Nullable Figure<Event.Range> injured,
        @Nullable Figure<Integer> captured,
        @Nullable Figure<Event.Range> displaced) {

    /** @param value null when a person says that it is not known */
    public record Figure<T>(@Nullable T value) {}

    /** So many dead, and nothing else changed. */
    public static CountChanges dead(int number) {
        return new CountChanges(new Figure<>(number), null, null, null, null);
    }

    Event.Toll on(Event.Toll toll) {
        return new Event.Toll(
                fatalities(toll),
                deaths(toll),
                injured == null ? toll.injured() : injured.value,
                captured == null ? toll.captured() : captured.value,
                displaced == null ? toll.displaced() : displaced.value,
                toll.attackCount(),
                toll.words());
    }

    private @Nullable Integer fatalities(Event.Toll toll) {
        if (fatalities != null) {
            return fatalities.value;
        }
        return deaths == null ? toll.fatalities() : deaths.value == null ? null : Integer.valueOf(deaths.value.low());
    }

    private Event.@Nullable Estimate deaths(Event.Toll toll) {
        if (deaths != null) {
            return deaths.value;
        }
        if (fatalities == null) {
            return toll.deaths();
        }
        Integer number = fatalities.value;
        return number == null ? null : new Event.Estimate(number, number, number);
    }
}
