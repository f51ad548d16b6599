/** The registry as a read model: organisations with their identifiers, people, limits, bank details and standing. */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
