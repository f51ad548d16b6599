/** Checks that budgets come through JSON whole. */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
