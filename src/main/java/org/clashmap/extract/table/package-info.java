/**
 * The word tables of the readers, from the class path: rows, and named sets of words. Knows no language and no reading; what a
 * row means stands in the package that reads it.
 */
@NullMarked
package org.clashmap.extract.table;

import org.jspecify.annotations.NullMarked;
