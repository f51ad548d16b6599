/** Checks the pages of a payer's bank. */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
