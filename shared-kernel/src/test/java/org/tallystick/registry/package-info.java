/** Tests of organisations and of the values they are made of. */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
