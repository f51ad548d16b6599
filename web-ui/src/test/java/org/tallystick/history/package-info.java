/** The history's pages, rendered for each role over sides that a test controls. */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
