/** Everything in one process, and the command line. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
