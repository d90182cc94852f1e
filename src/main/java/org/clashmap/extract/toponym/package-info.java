/**
 * Place names in a text and what they are there for: place, government, nationality, part of another name. Which place is meant
 * is decided in {@code geocode}.
 */
@NullMarked
package org.clashmap.extract.toponym;

import org.jspecify.annotations.NullMarked;
