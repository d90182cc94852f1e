/**
 * Reports and their sources, and the readers that turn received bytes into a working text. The bytes as received are
 * described by their SHA-256 and never altered. Markup is left behind here: of a page's scripts and styles nothing gets
 * through, and what the working text holds is untrusted words, which every view shows as text and no view runs. Knows
 * bytes and words; what the words say is read in {@code extract}.
 */
@NullMarked
package org.clashmap.report;

import org.jspecify.annotations.NullMarked;
