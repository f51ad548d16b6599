/** The shell of all pages: layout, log-in, forms, errors, charts. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
