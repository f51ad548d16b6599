/** Awards and their payments as a read model. */
@NullMarked
package org.tallystick.award;

import org.jspecify.annotations.NullMarked;
