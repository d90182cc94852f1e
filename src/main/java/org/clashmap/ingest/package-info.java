/**
 * The way of reports into the store: coded one by one, kept with their events, and counted. A report that cannot be coded
 * becomes a notice and the rest goes on. Reading bytes belongs to {@code report}, the rules of coding to {@code event}.
 */
@NullMarked
package org.clashmap.ingest;

import org.jspecify.annotations.NullMarked;
