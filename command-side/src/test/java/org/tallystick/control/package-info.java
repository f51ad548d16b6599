/** What auditors say of exceptions. */
@NullMarked
package org.tallystick.control;

import org.jspecify.annotations.NullMarked;
