/** Tests of fetching. */
@NullMarked
package org.clashmap.report.fetch;

import org.jspecify.annotations.NullMarked;
