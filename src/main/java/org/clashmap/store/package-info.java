/**
 * Where reports and events are kept, behind {@code EventStore}: a GeoPackage on SQLite, and one in memory for tests and
 * dry runs. The only door to SQL. What an event means, and which change is allowed, is decided in {@code event}.
 */
@NullMarked
package org.clashmap.store;

import org.jspecify.annotations.NullMarked;
