/** Tests of this domain's read models. */
@NullMarked
package org.tallystick.opendata;

import org.jspecify.annotations.NullMarked;
