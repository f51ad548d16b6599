/** Checks files for the bank and who sees them. */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
