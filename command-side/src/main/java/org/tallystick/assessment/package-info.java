/** Assessments, and what they lead to: recommended, approved, and made into awards all at once. */
@NullMarked
package org.tallystick.assessment;

import org.jspecify.annotations.NullMarked;
