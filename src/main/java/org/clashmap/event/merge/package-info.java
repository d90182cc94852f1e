/**
 * One event, several reports (codebook section 6): which tellings are of one event, what they make together, and how that
 * is undone. Works on coded events and the text of their reports, with lookups by place and time through the store. What
 * one report says twice is joined earlier, in {@code event}; what a merge looks like on a screen is no matter of this
 * package.
 */
@NullMarked
package org.clashmap.event.merge;

import org.jspecify.annotations.NullMarked;
