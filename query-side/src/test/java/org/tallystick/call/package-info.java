/** Calls as they are read. */
@NullMarked
package org.tallystick.call;

import org.jspecify.annotations.NullMarked;
