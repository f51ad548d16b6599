/** The pages of replays. */
@NullMarked
package org.tallystick.replay;

import org.jspecify.annotations.NullMarked;
