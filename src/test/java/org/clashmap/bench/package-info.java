/**
 * What the benchmarks of {@code src/jmh} need and every build checks. No part of the program, and nothing that is timed or
 * needs a library of the benchmarks.
 */
@NullMarked
package org.clashmap.bench;

import org.jspecify.annotations.NullMarked;
