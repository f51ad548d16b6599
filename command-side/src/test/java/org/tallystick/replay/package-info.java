/** Which replays may be asked for, over a real history. */
@NullMarked
package org.tallystick.replay;

import org.jspecify.annotations.NullMarked;
