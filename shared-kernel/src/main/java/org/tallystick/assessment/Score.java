package org.tallystick.assessment;

import org.tallystick.platform.Require;

/**
 * How well a bid meets a criterion.
 *
 * @param criterion its name in the call
 * @param points 0, not at all, to {@link #MOST_POINTS}
 * @param reason why; the applicant gets it as feedback
 */
public record Score(String criterion, int points, String reason) {

    /** As good as can be. */
    public static final int MOST_POINTS = 5;

    public Score {
        criterion = Require.line(criterion, "criterion", 200);
        Require.between(points, 0, MOST_POINTS, "points");
        reason = Require.text(reason, "reason", 4000);
    }
}
