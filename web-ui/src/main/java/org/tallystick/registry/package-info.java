/**
 * Pages of the registry: finding an organisation, what is known of it, and the steps by which that changes. Which steps
 * somebody is offered follows the same rules as the registry itself, which decides.
 */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
