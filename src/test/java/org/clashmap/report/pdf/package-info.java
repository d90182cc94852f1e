/** Tests of the PDF door, and the PDF files that other tests read. */
@NullMarked
package org.clashmap.report.pdf;

import org.jspecify.annotations.NullMarked;
