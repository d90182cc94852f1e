/**
 * Reports and their sources, and the readers that turn received bytes into a working text. The bytes as received are
 * described by their SHA-256 and never altered.
 */
@NullMarked
package org.clashmap.report;

import org.jspecify.annotations.NullMarked;
