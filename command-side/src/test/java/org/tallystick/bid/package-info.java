/** Bids: written, stood for, sent in time. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
