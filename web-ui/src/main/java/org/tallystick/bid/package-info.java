/** Pages of bids: what an organisation writes for a call, part by part, what it costs, and what becomes of it. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
