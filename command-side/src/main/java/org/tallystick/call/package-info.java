/** Calls: what they may become, who may say so, and the clock that opens and closes them. */
@NullMarked
package org.tallystick.call;

import org.jspecify.annotations.NullMarked;
