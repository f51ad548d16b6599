/** Replays of a town's history, their runs, and what they are compared with. */
@NullMarked
package org.tallystick.replay;

import org.jspecify.annotations.NullMarked;
