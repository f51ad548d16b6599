/** What a call may say. */
@NullMarked
package org.tallystick.call;

import org.jspecify.annotations.NullMarked;
