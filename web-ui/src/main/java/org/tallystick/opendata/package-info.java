/** Pages that anyone may read without logging in: what was awarded, to whom, for what. The same for everybody. */
@NullMarked
package org.tallystick.opendata;

import org.jspecify.annotations.NullMarked;
