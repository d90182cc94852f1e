/**
 * Fetches a page that a person asked for, and nothing else: no links are followed but redirects, no address inside this
 * machine or its network is ever connected to. What the bytes hold is read in {@code report}.
 */
@NullMarked
package org.clashmap.report.fetch;

import org.jspecify.annotations.NullMarked;
