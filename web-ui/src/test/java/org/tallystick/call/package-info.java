/** Tests of the pages of calls. */
@NullMarked
package org.tallystick.call;

import org.jspecify.annotations.NullMarked;
