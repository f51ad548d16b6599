/** Checks that files for the bank pay nothing twice. */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
