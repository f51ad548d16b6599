/**
 * The history itself: the sequenced log and the events in it, and what it is proved with: the Merkle tree of RFC 6962,
 * and C2SP's tiles, checkpoints and signed notes.
 */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
