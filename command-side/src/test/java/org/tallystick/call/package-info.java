/** Calls: decided, and kept to time. */
@NullMarked
package org.tallystick.call;

import org.jspecify.annotations.NullMarked;
