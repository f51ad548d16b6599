/** Files for the bank as a read model: what is in them, and what became of it. */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
