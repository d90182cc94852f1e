/**
 * Scoring of coded events, toponyms and points against gold reports and corpora that others made. Measures only; what it
 * measures is handed in, and nothing here may be asked while coding.
 */
@NullMarked
package org.clashmap.evaluate;

import org.jspecify.annotations.NullMarked;
