/** The shell of the pages, rendered and read. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
