/** Tests of this domain's read models. */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
