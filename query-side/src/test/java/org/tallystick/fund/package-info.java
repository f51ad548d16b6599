/** Tests of this domain's read models. */
@NullMarked
package org.tallystick.fund;

import org.jspecify.annotations.NullMarked;
