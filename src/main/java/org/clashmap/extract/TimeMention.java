package org.clashmap.extract;

import java.time.LocalDate;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A time expression, read by the codebook's table (section 2).
 *
 * @param start first day of the window, null when open
 * @param end last day, null when open
 * @param day the day that stands for it, or null
 * @param acledPrecision 1–3
 * @param ucdpPrecision 1–5
 * @param basis {@code explicit}, {@code relative} or {@code relative_to_previous_event}
 * @param habitual true for "every day", "repeatedly": no single time
 */
public record TimeMention(
        Span span,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate day,
        int acledPrecision,
        int ucdpPrecision,
        String basis,
        boolean habitual) {}
