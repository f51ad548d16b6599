/** Checks what a payment is called at the bank. */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
