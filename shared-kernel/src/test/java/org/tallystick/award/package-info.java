/** Checks the kernel: what holds for every message, sum and posting. */
@NullMarked
package org.tallystick.award;

import org.jspecify.annotations.NullMarked;
