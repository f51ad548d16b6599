/**
 * Questions about the history itself: the sequenced log and the events in it.
 */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
