/** Writes files for the bank, together with the awards whose payments they instruct. */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
