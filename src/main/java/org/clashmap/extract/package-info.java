/**
 * Mentions in a text: toponyms with their role, times, actors, counts and triggers. Finds and classifies spans; decides
 * neither which place is meant nor what happened.
 */
@NullMarked
package org.clashmap.extract;

import org.jspecify.annotations.NullMarked;
