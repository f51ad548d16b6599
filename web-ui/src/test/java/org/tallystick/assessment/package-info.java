/** Tests of the pages of assessments and decisions. */
@NullMarked
package org.tallystick.assessment;

import org.jspecify.annotations.NullMarked;
