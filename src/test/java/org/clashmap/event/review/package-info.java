@NullMarked
package org.clashmap.event.review;

import org.jspecify.annotations.NullMarked;
