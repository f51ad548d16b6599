/** Keeps what auditors say of exceptions; the tests themselves are the query side's. */
@NullMarked
package org.tallystick.control;

import org.jspecify.annotations.NullMarked;
