package org.clashmap.report;

import org.jspecify.annotations.Nullable;

/**
 * Bytes as characters.
 *
 * @param text without byte order mark, line ends as {@code \n}, all other characters as they are
 * @param doubt what a reader should know about the decoding, or null
 */
record Decoded(String text, @Nullable String doubt) {}
