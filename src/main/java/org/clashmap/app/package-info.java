/**
 * The program: the command line, where things are found on disk, and the wiring by constructor. Commands parse arguments,
 * call one other package and print; no rule of any other kind belongs here. The only door to picocli.
 */
@NullMarked
package org.clashmap.app;

import org.jspecify.annotations.NullMarked;
