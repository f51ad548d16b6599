/** Bids as they are read, by those who may. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
