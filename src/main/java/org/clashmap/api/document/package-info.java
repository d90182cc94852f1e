/**
 * The JSON documents that leave the program by HTTP and by the command line alike: coded texts, toponyms, places, reports,
 * and the parsing of texts that come in. Knows nothing of HTTP; events themselves are written by {@code event.EventJson}.
 */
@NullMarked
package org.clashmap.api.document;

import org.jspecify.annotations.NullMarked;
