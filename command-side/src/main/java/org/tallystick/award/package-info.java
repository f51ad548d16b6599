/** Decides about awards and their payments, together with the fund they draw on and the parties' registry entries. */
@NullMarked
package org.tallystick.award;

import org.jspecify.annotations.NullMarked;
