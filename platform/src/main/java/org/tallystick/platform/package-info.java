/** What is not domain and every process shares: JSON, access, refusals over HTTP, operating. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
