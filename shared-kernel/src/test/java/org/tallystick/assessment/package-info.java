/** Ranking, recommendations, payment plans. */
@NullMarked
package org.tallystick.assessment;

import org.jspecify.annotations.NullMarked;
