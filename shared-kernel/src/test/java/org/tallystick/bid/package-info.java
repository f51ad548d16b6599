/** Checks what work really costs: the worked case to the penny, and random cases against exact fractions. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
