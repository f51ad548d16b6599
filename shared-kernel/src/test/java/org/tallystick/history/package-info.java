/** Checks the tree and its tiles against what others found for the same entries. */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
