/**
 * Named sets of words, from the tables of the readers. Knows no language and no reading; what a row means stands in the package
 * that reads it.
 */
@NullMarked
package org.clashmap.extract.table;

import org.jspecify.annotations.NullMarked;
