/**
 * Who acts: states, their forces, armed groups, offices and crowds, and the part each has in an act. The verbs of saying stand
 * here since they also tell whether a capital stands for its government. Who says what is in {@code speech}.
 */
@NullMarked
package org.clashmap.extract.actor;

import org.jspecify.annotations.NullMarked;
