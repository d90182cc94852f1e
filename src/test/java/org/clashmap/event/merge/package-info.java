/** Tests of merging, with tellings made by what a test is about. */
@NullMarked
package org.clashmap.event.merge;

import org.jspecify.annotations.NullMarked;
