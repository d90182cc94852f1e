package org.clashmap.event.query;

import org.jspecify.annotations.Nullable;

/**
 * From one moment to another, both included.
 *
 * @param start null when the start is open
 * @param end null when the end is open
 */
public record TimeSpan(@Nullable Moment start, @Nullable Moment end) {

    static TimeSpan at(Moment moment) {
        return new TimeSpan(moment, moment);
    }

    /** Negative when this starts earlier. */
    int compareStarts(TimeSpan other) {
        if (start == null || other.start == null) {
            return Boolean.compare(start != null, other.start != null);
        }
        return Moment.compare(start, other.start);
    }

    /** Negative when this ends earlier. */
    int compareEnds(TimeSpan other) {
        if (end == null || other.end == null) {
            return Boolean.compare(end == null, other.end == null);
        }
        return Moment.compare(end, other.end);
    }

    boolean endsBeforeStartOf(TimeSpan other) {
        return end != null && other.start != null && Moment.compare(end, other.start) < 0;
    }

    boolean endsAtStartOf(TimeSpan other) {
        return end != null && other.start != null && Moment.compare(end, other.start) == 0;
    }

    boolean startsBeforeEndOf(TimeSpan other) {
        return start == null || other.end == null || Moment.compare(start, other.end) < 0;
    }
}
