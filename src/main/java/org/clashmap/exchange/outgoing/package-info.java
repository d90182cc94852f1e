/**
 * From events to files of other programs: GeoJSON and its sequences, tables, KML, feeds, and a pack of evidence. Events come
 * one by one and are written at once. GeoPackages are written where SQL is, in {@code store}.
 */
@NullMarked
package org.clashmap.exchange.outgoing;

import org.jspecify.annotations.NullMarked;
