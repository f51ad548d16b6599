/** Control tests and audit samples over the history. */
@NullMarked
package org.tallystick.control;

import org.jspecify.annotations.NullMarked;
