/**
 * Places, their names, the administrative hierarchy, and the lookup of both. Says which places bear a name; which of them
 * a text means is decided in {@code geocode}.
 */
@NullMarked
package org.clashmap.gazetteer;

import org.jspecify.annotations.NullMarked;
