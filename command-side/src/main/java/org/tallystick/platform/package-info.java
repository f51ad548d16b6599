/** The event store and the way a command takes through this side. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
