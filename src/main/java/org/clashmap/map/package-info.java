/**
 * The map index: the events as columns in memory beside the store, and what is answered from them: pages, counts, tiles.
 *
 * <p>Here belongs what reads many events at once. An event's whole record comes out as the bytes that were written when it
 * was taken in; whoever needs its parts asks the store. Nothing here knows of HTTP.
 */
@NullMarked
package org.clashmap.map;

import org.jspecify.annotations.NullMarked;
