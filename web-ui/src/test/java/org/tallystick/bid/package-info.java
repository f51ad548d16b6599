/** Tests of the pages of bids. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
