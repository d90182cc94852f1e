/**
 * Problems found in data, as data: a code, a severity, where, and what to do. Software errors are exceptions and do not
 * belong here.
 */
@NullMarked
package org.clashmap.notice;

import org.jspecify.annotations.NullMarked;
