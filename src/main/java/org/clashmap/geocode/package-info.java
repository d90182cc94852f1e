/**
 * From a place phrase to a place: candidates, evidence, a sealed outcome (resolved, ambiguous, unresolved), and the
 * geometry and uncertainty that the phrase supports.
 */
@NullMarked
package org.clashmap.geocode;

import org.jspecify.annotations.NullMarked;
