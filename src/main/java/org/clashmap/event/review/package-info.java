/**
 * What people change in events: decisions, corrections, parting and undoing, as functions from one version to the next. What
 * is read from a client's JSON, and what is read and kept in the store for a person, belongs here; HTTP, tokens and what the
 * public may see do not.
 */
@NullMarked
package org.clashmap.event.review;

import org.jspecify.annotations.NullMarked;
