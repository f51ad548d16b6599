/**
 * How fast the history is, measured against the plainest thing that could be done instead, side by side in one run.
 * Each figure is a ratio, since a rate says more about the machine than about the program.
 */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
