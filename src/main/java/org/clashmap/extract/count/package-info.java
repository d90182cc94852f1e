/**
 * People and things counted in a text: killed, wounded, missing, captured. Not which event a count belongs to.
 */
@NullMarked
package org.clashmap.extract.count;

import org.jspecify.annotations.NullMarked;
