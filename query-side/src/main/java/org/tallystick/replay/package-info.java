/** Replays: made by the same projections in schemas of their own, listed, compared, and read like the live ones. */
@NullMarked
package org.tallystick.replay;

import org.jspecify.annotations.NullMarked;
