/** Registers with every fault seen in real ones, and the two real ones where they are at hand. */
@NullMarked
package org.tallystick.opendata;

import org.jspecify.annotations.NullMarked;
