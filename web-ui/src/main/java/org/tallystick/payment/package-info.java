/** The pages of a payer's bank: files out, answers in. */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
