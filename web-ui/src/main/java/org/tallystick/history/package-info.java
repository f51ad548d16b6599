/**
 * Pages of the history itself: the log, one event with its proof and its postings, and how far the read models are.
 * Where every figure's "why" ends.
 */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
