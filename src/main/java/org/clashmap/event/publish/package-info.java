/**
 * What may be shown of an event, to whom and from when (codebook section 7). The one door for everything that leaves the
 * program for readers: items, tiles, counts, downloads, feeds and exports ask {@code Publisher} and show nothing else, and
 * filters are evaluated on what it gives. A public event is built by copying what is allowed; nothing is taken away from a
 * copy of the whole. Knows the event model and the gazetteer; who asks, and how, is known elsewhere.
 */
@NullMarked
package org.clashmap.event.publish;

import org.jspecify.annotations.NullMarked;
