/**
 * Events in and out as files of other makers' layouts. What reads is in {@code incoming}, what writes in {@code outgoing}.
 * Finding places, coding texts and SQL do not belong here; they are passed in.
 */
@NullMarked
package org.clashmap.exchange;

import org.jspecify.annotations.NullMarked;
