/** Decides what is replayed; the replay itself is made by the query side. */
@NullMarked
package org.tallystick.replay;

import org.jspecify.annotations.NullMarked;
