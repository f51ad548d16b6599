/** Tests of this domain's read models. */
@NullMarked
package org.tallystick.award;

import org.jspecify.annotations.NullMarked;
