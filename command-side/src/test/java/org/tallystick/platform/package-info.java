/** The event store under test: order, loss, conflicts, roles. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
