/** Assessments and decisions as they are read, by those who may. */
@NullMarked
package org.tallystick.assessment;

import org.jspecify.annotations.NullMarked;
