/**
 * From a table or JSON file to events: presets that describe layouts as data, readers that stream rows, and the coding of
 * a row by its columns. Texts are not read for events here; that is {@code extract}'s and {@code event}'s work.
 */
@NullMarked
package org.clashmap.exchange.incoming;

import org.jspecify.annotations.NullMarked;
