/** Journeys, architecture and tidiness of the whole. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
