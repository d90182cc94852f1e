package org.clashmap.extract;

import java.time.LocalDate;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A time expression, read by the codebook's table (section 2).
 *
 * @param start first day of the window, null when open or not known without the event told before
 * @param end last day, null when open or not known without the event told before
 * @param day the day that stands for it, or null
 * @param acledPrecision 1–3
 * @param ucdpPrecision 1–5
 * @param basis {@code explicit}, {@code relative}, {@code relative_to_previous_event} or {@code inferred_publish}
 * @param habitual true for "every day", "repeatedly": no single time
 * @param open true for "since May", "until Friday": a state that lasts rather than the time of one act; the window runs
 *     to publication where the words leave the end open
 * @param offsetDays with {@code relative_to_previous_event}, the days after it: 0 for "hours later", 1 for "the next day"
 */
public record TimeMention(
        Span span,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate day,
        int acledPrecision,
        int ucdpPrecision,
        String basis,
        boolean habitual,
        boolean open,
        int offsetDays) {

    public TimeMention {
        if (start != null && end != null && start.isAfter(end)) {
            throw new IllegalArgumentException("time from " + start + " to " + end + " ends before it starts");
        }
    }
}
