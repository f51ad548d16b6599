/** Pages of replays: who asked for which, how far they have come, and what they are compared with. */
@NullMarked
package org.tallystick.replay;

import org.jspecify.annotations.NullMarked;
