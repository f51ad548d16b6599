/** The register pages, rendered for each role over sides that a test controls. */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
