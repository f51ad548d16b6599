/** Tests of this domain's read models. */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
