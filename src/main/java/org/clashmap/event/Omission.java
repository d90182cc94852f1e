package org.clashmap.event;

/**
 * A passage that looks like an event and was left out, with the reason, so that a reader can see it.
 *
 * @param trap a short code: {@code negation}, {@code hypothetical}, {@code habitual}, {@code metonym}, {@code dateline},
 *     {@code cumulative_total}, {@code future_wish}, {@code nominal_background}…
 * @param reason in words
 */
public record Omission(Event.Quote quote, String trap, String reason) {}
