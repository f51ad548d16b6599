/** The way events take into read models and queries take out of them. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
