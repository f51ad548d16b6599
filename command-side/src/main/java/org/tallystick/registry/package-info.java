/** Decides about registry entries: organisations, their people, limits, bank details and standing. */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
