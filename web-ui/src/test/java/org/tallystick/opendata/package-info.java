/** Checks the public pages. */
@NullMarked
package org.tallystick.opendata;

import org.jspecify.annotations.NullMarked;
