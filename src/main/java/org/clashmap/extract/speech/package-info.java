/**
 * Who says what: speaker, stance, and the span of what is said. Decides nothing about whether it is true.
 */
@NullMarked
package org.clashmap.extract.speech;

import org.jspecify.annotations.NullMarked;
