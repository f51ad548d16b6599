/** Answers about the history itself, read from the sequenced log as it is. */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
