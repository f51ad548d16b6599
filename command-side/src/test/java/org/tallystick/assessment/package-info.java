/** Assessments, and the decisions they lead to. */
@NullMarked
package org.tallystick.assessment;

import org.jspecify.annotations.NullMarked;
