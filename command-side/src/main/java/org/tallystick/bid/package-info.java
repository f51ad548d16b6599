/** Bids: who may write, stand for and send one, and the clock that ends those that were not sent. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
