package org.tallystick.call;

import org.jspecify.annotations.Nullable;

/**
 * How long bids for a call really took (F6), as applicants said, beside what it was thought to be.
 *
 * @param estimatedHours what a bid takes, about, by {@link Effort}
 * @param reported what applicants said; none before all are told what was decided, and none of fewer than
 *     {@link #LEAST}
 */
public record EffortFigures(int estimatedHours, @Nullable Reported reported) {

    /** So many must have answered for anything to be said. */
    public static final int LEAST = 5;

    /**
     * What applicants said.
     *
     * @param answers how many of them
     * @param halfHours half of the bids took so long or less: the middle one, the shorter of two
     */
    public record Reported(int answers, int halfHours) {}

    /** Without what too few have said. */
    public EffortFigures {
        reported = reported == null || reported.answers() < LEAST ? null : reported;
    }
}
