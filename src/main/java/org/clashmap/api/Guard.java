package org.clashmap.api;

import org.clashmap.api.access.Tokens;
import org.clashmap.event.publish.Publisher;

/**
 * What stands between the store and those who ask. Safe for many threads.
 *
 * @param tokens of those who may write
 * @param publisher decides what readers see
 */
public record Guard(Tokens tokens, Publisher publisher) {}
