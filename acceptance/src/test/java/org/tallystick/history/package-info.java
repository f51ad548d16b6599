/** The history as others see it: the published log, and the pack an auditor takes away. */
@NullMarked
package org.tallystick.history;

import org.jspecify.annotations.NullMarked;
