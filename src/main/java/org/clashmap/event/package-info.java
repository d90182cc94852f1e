/**
 * The event, its codebook, the coding of events from mentions, the query, and the wall to the store. Events are
 * immutable; a correction is a new version.
 */
@NullMarked
package org.clashmap.event;

import org.jspecify.annotations.NullMarked;
