/** The benchmark as a program: that it runs and says what it should. */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
