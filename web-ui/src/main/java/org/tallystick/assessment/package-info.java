/**
 * The pages of those who assess bids and decide about them: what an assessor reads and scores, the bids of a call side
 * by side, what is recommended, and what was decided.
 */
@NullMarked
package org.tallystick.assessment;

import org.jspecify.annotations.NullMarked;
