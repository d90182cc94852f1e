/**
 * PDF files as pages of lines. A PDF is a program of a kind, and a small one can ask for all the memory and time there is;
 * so it is opened in a process of its own with little memory and a time limit. The only door to PDFBox. What the lines
 * mean, which of them are running heads, and where paragraphs end is read in {@code report}.
 */
@NullMarked
package org.clashmap.report.pdf;

import org.jspecify.annotations.NullMarked;
