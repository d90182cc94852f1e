/**
 * Words that name an act, and whether the act is told as having happened. The codebook that turns acts into event types is in
 * {@code event}.
 */
@NullMarked
package org.clashmap.extract.trigger;

import org.jspecify.annotations.NullMarked;
