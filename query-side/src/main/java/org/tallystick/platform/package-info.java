/**
 * What every projection and query shares: one way to project, to ask, and to answer over HTTP. The query side reads the
 * sequenced log and writes no event.
 */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
