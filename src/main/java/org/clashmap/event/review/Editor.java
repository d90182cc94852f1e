package org.clashmap.event.review;

/**
 * Who changes something, and when.
 *
 * @param at ISO 8601 instant
 */
public record Editor(String by, String at) {}
