/**
 * Sentences cut into clauses, with what links them, for readers that must know what a word hangs on. No acts and no actors.
 */
@NullMarked
package org.clashmap.extract.clause;

import org.jspecify.annotations.NullMarked;
