/** What the tests of every module stand on, and the tests of the log and its reading. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
