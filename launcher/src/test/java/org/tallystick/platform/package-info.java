/** The command line and the demo. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
