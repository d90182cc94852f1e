/**
 * Times and spans of time in a text, resolved against the day a report was published. Not which event a time belongs to.
 */
@NullMarked
package org.clashmap.extract.time;

import org.jspecify.annotations.NullMarked;
