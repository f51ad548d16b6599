/** Tests of what every projection and query shares. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
