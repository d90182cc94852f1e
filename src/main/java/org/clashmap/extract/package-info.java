/**
 * Mentions in a text: toponyms with their role, times, actors, counts, speeches and triggers. This package holds the kinds of
 * mentions; each reader has a package of its own below. Finds and classifies spans; decides neither which place is meant
 * nor what happened.
 */
@NullMarked
package org.clashmap.extract;

import org.jspecify.annotations.NullMarked;
