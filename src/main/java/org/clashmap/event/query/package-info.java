/**
 * What a caller asks of the events: the filter language CQL2 (OGC 21-065r2) as text and JSON, the properties that can be
 * asked about, the common parameters, and the order. All of it is parsed into immutable values and can be evaluated over an
 * {@link org.clashmap.event.Event}. How a store or an index finds the events fast does not belong here, nor HTTP.
 */
@NullMarked
package org.clashmap.event.query;

import org.jspecify.annotations.NullMarked;
