/**
 * Layers: place tables that a user adds to the gazetteer beside the one that comes with the program. Reading the formats
 * of others, checking their rows, fetching, and writing, listing and removing the stored form. Putting layers and base
 * together at start belongs to the package above.
 */
@NullMarked
package org.clashmap.gazetteer.layer;

import org.jspecify.annotations.NullMarked;
