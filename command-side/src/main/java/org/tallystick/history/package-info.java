/** Decides about the log itself: its name, the key that signs it, and the periods that are closed. */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
