/**
 * Replays: the read models made again from the history up to a point of the past, beside the live ones and by the same
 * projections. Requested → cancelled | dropped. Who asked for one is in the history itself; how far it has come is not,
 * since a replay writes no event.
 */
@NullMarked
package org.tallystick.replay;

import org.jspecify.annotations.NullMarked;
