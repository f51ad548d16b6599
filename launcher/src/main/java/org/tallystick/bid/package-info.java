/** Bids made up, for measurements and random histories. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
