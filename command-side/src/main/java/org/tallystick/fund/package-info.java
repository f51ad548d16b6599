/** Decides about funds: never more set aside or committed than there is. */
@NullMarked
package org.tallystick.fund;

import org.jspecify.annotations.NullMarked;
