/** Checks the kernel: what holds for every message, sum and posting. */
@NullMarked
package org.tallystick.fund;

import org.jspecify.annotations.NullMarked;
