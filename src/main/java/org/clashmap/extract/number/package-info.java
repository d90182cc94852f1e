/**
 * Figures and number words ("half a dozen", "двадцять три"), as times and counts use them. What is counted stands in
 * {@code count}.
 */
@NullMarked
package org.clashmap.extract.number;

import org.jspecify.annotations.NullMarked;
